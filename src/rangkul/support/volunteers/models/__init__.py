from rangkul.support.volunteers.models.match import Complaint, Match, MatchNote
from rangkul.support.volunteers.models.need import Need, NeedFile
from rangkul.support.volunteers.models.volunteer import Step, Vetting, Volunteer

__all__ = ["Complaint", "Match", "MatchNote", "Need", "NeedFile", "Step", "Vetting", "Volunteer"]
