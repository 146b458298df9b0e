from rangkul.journey.cases.models.case import Case, CasePerson
from rangkul.journey.cases.models.closing import Decision, Termination
from rangkul.journey.cases.models.contract import Contract
from rangkul.journey.cases.models.document import Document
from rangkul.journey.cases.models.escalation import Escalation
from rangkul.journey.cases.models.exemption import Exemption
from rangkul.journey.cases.models.partner import Partner
from rangkul.journey.cases.models.reminder import Reminder
from rangkul.journey.cases.models.sheet import Sheet
from rangkul.journey.cases.models.signature import Signature
from rangkul.journey.cases.models.stage import RiskChange, StageStep
from rangkul.journey.cases.models.task import Appointment, Task
from rangkul.journey.cases.models.team import TeamMember
from rangkul.journey.cases.models.ticket import CaseTicket
from rangkul.journey.cases.models.writing import Activity, Note

__all__ = [
    "Activity",
    "Appointment",
    "Case",
    "CasePerson",
    "CaseTicket",
    "Contract",
    "Decision",
    "Document",
    "Escalation",
    "Exemption",
    "Note",
    "Partner",
    "Reminder",
    "RiskChange",
    "Sheet",
    "Signature",
    "StageStep",
    "Task",
    "TeamMember",
    "Termination",
]
