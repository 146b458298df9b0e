from rangkul.support.consultation.models.article import Article, ArticleKey
from rangkul.support.consultation.models.question import Answer, CaseQuestion, Question

__all__ = ["Answer", "Article", "ArticleKey", "CaseQuestion", "Question"]
