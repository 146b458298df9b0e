"""A student in practicum holds no right over a live file, whoever gives it; learning is a purpose of its own."""

from django.db import migrations, models

APART = """
CREATE FUNCTION trust_students_apart() RETURNS trigger
  SECURITY DEFINER SET search_path = public, pg_temp LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM people_staff WHERE id = NEW.grantee_id AND 'praktikan' = ANY (roles)) THEN
    RAISE EXCEPTION 'a student holds no right over a file' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER students_apart BEFORE INSERT ON trust_accessgrant FOR EACH ROW EXECUTE FUNCTION trust_students_apart();
"""


class Migration(migrations.Migration):
    dependencies = [("trust", "0012_seats_at_a_conference"), ("people", "0006_students_stand_apart")]

    operations = [
        migrations.RunSQL(APART, "DROP FUNCTION trust_students_apart() CASCADE"),
        migrations.AlterField(
            model_name="consent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("service", "Menghubungi Anda dan menangani permintaan ini"),
                    (
                        "share",
                        "Meneruskan data seperlunya ke lembaga lain yang bisa membantu, setelah Anda ditanya lagi",
                    ),
                    ("statistics", "Dihitung dalam statistik tanpa nama"),
                    ("learning", "Dipakai belajar oleh calon pekerja sosial, tanpa nama dan tempat"),
                ],
                max_length=12,
            ),
        ),
    ]
