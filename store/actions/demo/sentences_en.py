"""What I noted after talks, in English: invented, discreet, and true of nobody."""

from __future__ import annotations

from store.actions.demo.listed import lined
from store.actions.demo.sentences import Sentences
from store.records.kinds import ExchangeKind

TALKS = """
Moving the team, hiring is hard. Their son started climbing.
Asked for two names in biotech. Sent one, got thanks.
First long talk in years. Spoke of climbing and a book project.
New role, ten people to manage, a little nervous about it.
Back from leave, rested, full of ideas for spring.
Wants to meet people who have run a lab inside a company.
The renovation takes longer than planned; we laughed about it.
Their daughter hesitates between law and music.
Looking for a quieter office, perhaps nearer to the river.
The grant came through at last. Celebrated with a coffee.
We spoke of the talk in March; the slides need a story.
A hard winter with the family. Listened, mostly.
Reading about the history of maps. Promised a title.
The apprentice stays on, which makes everybody happy.
Thinks of leaving in a year or so; not to be repeated.
Sent the article on rivers, they had just read it too.
Budget cut by a tenth, calm about it.
Learning Portuguese for the summer.
Tried the bakery behind the station; it keeps its promise.
Their mother is better, out of hospital since Monday.
Explained how the jury decides. Useful for later.
Needs somebody who knows public tenders.
Compared notes on working with interns.
Remembered my question from last time and had an answer.
The choir sings in June, I may come.
A merger is in the air; they will know more in autumn.
We disagreed about remote work, pleasantly.
Gave me the name of a good translator.
Just moved; half the books are still in boxes.
The dog had an operation and is fine.
Preparing the anniversary of the association, looking for photographs.
Proud of the new workshop, offered a tour.
Short call from the train, to be continued.
Has a first version to show, wants frank remarks.
Their partner found work here, so they stay.
Talked about how to say no. Both of us need it.
Wrote from the mountains, a picture of the hut.
The museum opens late on Thursdays, an idea for the team.
Asked how I find time to read; no good answer.
Will speak in Edinburgh in the spring.
Changed the subject when I asked about the project. Leave it.
The garden survived the frost.
We made a list of people who should know each other.
Back to the piano after twenty years.
Found the mistake in the report, with good humour.
Wants less travel next year.
Recommended a plain book about negotiation.
Twins at school now; mornings are easier.
Their talk went well, the questions even better.
Would like to teach one day a week.
Passed on greetings from the old team.
The supplier let them down; knows of a new one?
Half marathon in April, no ambition but to finish.
We walked instead of sitting down. Good idea.
Tells me the field has changed more than it looks.
Waiting for an answer from the ministry.
Lent me a record, to be given back.
Looks for a place for a student in June.
Explained their way of taking notes. Simple and good.
On the board of the school since September.
A new bicycle, and many opinions about it.
They keep Fridays free for thinking.
Thanked me for the introduction, it led to something.
Had read my piece and said what was missing.
Cooks for forty on Sunday, the yearly meal of the street.
Prefers the phone before nine.
Hopes to come through Lyon in the new year.
We promised not to wait a year next time.
The prototype works. Small party in the corridor.
Asked after the family, by name.
"""

PERSONAL = """
Two children, Paul (12, climbs) and Rose (9).
Dislikes small talk by mail, answers the phone before nine.
Reading Annie Ernaux.
Does not drink coffee; tea, and not too strong.
Grew up by the sea and says so.
Twins, in the same class.
Allergic to nuts: mind the restaurant.
Left-handed, collects fountain pens.
Takes the night train whenever there is one.
Mondays are bad, Thursdays are good.
Sings tenor, or did.
Never on the phone at lunch.
Learned to sail last summer.
Likes to be asked for advice, gives it in writing.
Knows every bookshop between here and the station.
Has a hut in the mountains without a network.
Three cats, each named after a river.
Vegetarian, and a good cook.
Reads the paper on paper.
Speaks of the grandmother's farm with warmth.
Runs before work, so calls after ten.
Prefers a walk to a table.
New glasses, new haircut, same laugh.
Saturdays are for the market.
Taught me how to fold a map.
Has never owned a car.
Restores an old boat, slowly.
One son abroad, speaks of him often.
Remembers birthdays; mine too.
Writes by hand, answers late and at length.
Plays cards on Tuesdays with the same four since school.
No meetings on Wednesday afternoons: the children.
Knows the names of clouds.
Cannot stand being called by surprise.
Was a swimmer, nearly a good one.
Sends postcards.
"""

PRIVATE = """
Told me about the separation. Not to be mentioned first.
Is looking for another post; nobody there knows.
Health is a worry this year.
"""

INTENTS = """
learn how a lab lives inside a company
keep a friendship that outlived the job
a frank voice when I doubt
stay near what moves in the field
give back what I was given at the start
work together again one day
simply good company
understand how decisions are made there
someone to think aloud with
follow a career I admire
"""

WHYS = """
an introduction
the article on rivers
two names in biotech
news of the application
a date for lunch
the slides
the book to give back
a word about the interview
the address of the printer
feedback on the draft
a photograph for the anniversary
the recipe
"""

AFTER_EVENT = "after {event}"

PLANNED = """
coffee, near the station
lunch with the plans
a walk along the river
"""

HELP: dict[ExchangeKind, tuple[str, ...]] = {
    "introduction": ("two names for a first conversation", "the contact at the city hall"),
    "advice": (
        "an hour on the accounts",
        "an honest opinion of the draft",
        "how to say it to the team",
    ),
    "information": ("how the jury works", "when the call opens", "what the reorganisation means"),
    "article": ("the article that settled the matter", "a chapter on rivers"),
    "recommendation": ("a word to the head of department", "a letter for the application"),
    "service": (
        "read the application overnight",
        "a room for the evening",
        "a morning with the team",
    ),
}

MATCHES = """
both have started a lab from nothing
one looks for a printer, the other knows three
same school, ten years apart
they ask each other's question
climbers, and both new in town
two translators of the same poet
one moves to the other's home town
"""

OUTCOMES = """
they met, and a project came of it
a long lunch, no project, much liking
an internship for the spring
they now write to each other without me
"""

PREPARING = """
read up before the call
slides for the evening
went through the list of guests
"""


def english() -> Sentences:
    """All sentences of this language."""
    return Sentences(
        talks=lined(TALKS),
        personal=lined(PERSONAL),
        private=lined(PRIVATE),
        intents=lined(INTENTS),
        whys=lined(WHYS),
        after_event=AFTER_EVENT,
        planned=lined(PLANNED),
        help=HELP,
        matches=lined(MATCHES),
        outcomes=lined(OUTCOMES),
        preparing=lined(PREPARING),
    )
