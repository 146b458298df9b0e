// Everyday words, so that somebody frightened can keep five of them in mind. 1,024 of them, drawn evenly: five words are
// 50 bits. None is a threat, a name or a slur, and where there was a choice none looks like another.
const WORDS = `
abad abon air akar akrab akuarium alat album alfabet alis almanak alpukat alun ambar amplop anak andong anggrek
anggur angin angka angklung angkot antena anting anyaman apel april arah arca arena arisan arloji aroma arus asam
asin asli asrama atap atlas awal ayunan babak bagus bahasa bahu bakau bakmi bakpao bakso bakul balada balai balet
balita balkon balok balsem bambu bandeng bando bangau bangsa bangun banjar bantal baris basah baskom batik bawang
bayam bayi beasiswa bebek beduk bekal bel belah belajar belanja belimbing beludru bemo benar bendera bengkel benih
bening benua beranda berita berkas bersih beruang besi betis bianglala biawak bibir bidan bihun bijak biji bika
bilik bintang biola bioskop biru bis biskuit blangkon blus bobot boga bolu boneka bonsai bordir botol brokat brokoli
buah bubur budaya bugar bukit buku bulan bumi bundar bunga bunyi burung cabai cadas cagar cahaya cakap cakrawala
calon camilan campur candi candra cangkir cantik capung cara catur cawan cecak cegah celana celengan cemara
cemerlang cempaka cendana cendol cengkih cerdas cerdik ceret ceria cermat cermin cerobong ciduk cilok cincau cincin
cipta ciri citra coba cokelat colek congklak contoh corak corong cuaca cucian cucu cukup curah cuti dadar dadu
daerah daftar daging dahan dahlia dalang damai dana dandang dapur darat daratan dasi daster dataran daun dawet
dayung debu dekat delapan delima delman dendeng dengar depan derajat derap desa desember detik dialog dinding dingin
diskusi dodol dompet donat dongeng duduk dukung dunia durian ekor elang emas ember embun empang empat empuk enam
encer engsel ental enteng erat esok etalase etika fajar fakta februari festival fisika fokus foto gabus gading gadis
gado gajah galeri gambang gambut gamelan ganda ganjil gapura garam garasi garpu gaya gedung gelar geli gelora
gembira gempita gendang genggam gentong gerabah gerak gerbang gerimis gerobak gesit getah getuk gigih giliran gincu
gitar gizi gotong grafik gratis gubuk gudang gudeg gula guling gunting gunung gurami gurih hadiah hafal halaman
halilintar halus hamparan handuk hangat harap harapan harimau harmoni haru hasil hati hawa hebat heboh helai helm
hewan hias hibur hidang hijau hikayat hilir himpun hitung hobi hormat hujan huma humor huruf ibu ijazah ikan ikhlas
iklim ilalang ilham ilmu imbang impian indah industri ingat intan inti irama iring isi istana istimewa itik izin
jagung jahe jahit jaket jala jalur jam jambangan jamrud jangkrik janji januari jari jaring jarum jawab jelas jelita
jembatan jempol jendela jenis jenjang jerami jerapah jernih jeruk jilid jinak jingga jitu joget joglo jongkok jual
juara judul jujur jumat jumbo jumlah jumput jungkat juni jurus jus juta kabar kabel kabin kabut kaca kacang kadal
kaki kaktus kalender kaleng kalimat kambing kamera kamis kampung kampus kancil kancing kangkung kanguru kantin
kantong kantor kanvas kapuk karet karir karton kartu karya kasih kasur katak katun kawah kayu kebaya kebun kecap
kecil kecipir kecubung kedai kedelai kedondong kelabang kelapa kelereng kelinci kelompok kelopak keluarga kemah
kemangi kembar kemeja kemiri kemudi kenanga kencur kendi kentang kepala kepiting kepompong kera kerabat keranjang
keraton kerbau kerikil kering keripik kertas kerudung kerupuk kesan ketela ketimun ketupat khas kicau kidung kijang
kilat kilo kincir kios kipas kirim kisah kismis kita klakson klepon kodok kokoh kolak kolase kompas kompor koper
kopi kopiah kopra koran korek kosakata kreatif krem kucing kuda kue kukus kuliah kulit kulkas kumbang kunang kunci
kunyit kupu kurma kursi kusen kutilang lada ladang lagu lain laksa lalap lambai lampion lampu lancar langit langkah
langsat lantai lapis larik laron laser laskar latar latih lauk lawak lebar legenda legit legong lekas lekuk lele
lemari lembah lembayung lembut lemon lengan lengkap lengkuas lengkung lentera lereng lesung letak lezat liburan
lidah lidi lilin lima lincah lingkar lintas liontin listrik literasi lobak lodeh logam lokan lokasi lomba lombok
loncat lonceng lontar lontong losin luar ludruk lugas luhur lukis lulus lumbung lumpia lumut luncur lutung magang
magnet mahir mahkota majalah makan makna malam malu mampir mandiri mangga manggis mangkuk manik manjur mantap mantel
manusia marimba marmer marmut martabak masa masuk materi mawar mebel medali medan meja mekar melati melayu melodi
melon menang menara mendoan mendung mentari mentega mentimun menu merapi merdeka merdu meriah merica merpati mesin
meteor mewah mikroskop mimpi minat minggu minum minyak mirip mobil moci model modern motif motor mudah mudik mujair
mukena mulai mulia mulut muncul mungil murid murni museum musim mutiara naik nakhoda nampan nanas nasihat naskah
naung nekara nelayan netral ngarai niaga niat nikmat nilai ningrat nipah nira nobat noktah nomor normal nota novel
november nuansa nuri nusa nusantara nyala nyamuk nyanyi nyaring nyiur nyonya obeng objek oktober olah olahraga ombak
omelet ongkos opak opera opor orang oranye orkes otot pabrik pacar padat padi paguyuban paha pajak paku palem pamit
pamor panci pandai pandu panen pangan panggung pangkal panjang panjat pantun papaya pare parkir parut pasang pasir
patin patuh patung paus pawai pecel pedal pegas pekan pelabuhan pelangi pelatih pelaut peluit peluk pemuda pena
pendapa pendek pendidik pengantin penggaris pentas penuh penyu pepes perahu perangko perca peri permai permata
permen pernis peron perosotan pesawat peserta pesisir pesona pesta petai piala piano pijat pikir piknik pilar pilih
pinang pinggan pinggir pingpong pinisi pintar pintu pipa pipit piyama plester pohon poles pondok poros porselen pot
potret prakarya prestasi pucuk puding puisi pukat pulang pulau pulpen puluh puncak purnama pusaka puspa putar putih
putri rabu racik radio ragam rahang rajin rajut rakit rakyat ramah rambutan ramuan rancang rangkai rangkul rapat
rapi rawon rebana rebung rekam rela remaja rembulan rempah rencana renda renyah resep resik restu rezeki rimba
rimbun rimpang rinai rindang rindu ringan ringkas rintik riset roda rok roket roman rosela roti ruang ruas rujak
rukun rumbai rumpun rumus runding rupa rupiah rusuk sabtu sabuk sahabat saji saksama salak saldo salep salin salju
saluran sama sambal sambung samping sampul samudra sandal sanggar santan saran sarung sasando satwa saudara sawo
sayang sayap sayur sebelas seberang sedap sedia sedotan segar segi sehat sejarah sejati sejuk sekoci sekolah sekop
selada selamat selasih selendang selesai selimut selokan seluruh semai semangat semangka semarak sembilan semen
seminar sempoa sempurna semut senandung sendiri sendok senin senja senter senyum sepak sepatu sepeda sepuluh serambi
serasi serbuk serius seroja seruling serutan setrika siang sikat siku sinar singa singgah singkat singkong siram
sirih sisik siswa siul skala sopan sore sosis stasiun suasana suguh suka sukses sulam sumber sumbu sumur
`
  .trim()
  .split(/\s+/);
const HOW_MANY = 5;

export function suggested() {
  return [...crypto.getRandomValues(new Uint16Array(HOW_MANY))].map((one) => WORDS[one % WORDS.length]).join(" ");
}

/** Words of one's own: long enough that nobody guesses them by trying. */
export const longEnough = (words) => words.length >= 16 && words.split(" ").length >= 3;
