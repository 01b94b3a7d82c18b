"""What is put by, and what is promised: closed whenever the user says so, refused with its day."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from store.actions.add import Add
from store.actions.deceased import Deceased
from store.actions.done import MarkDone
from store.actions.fade import Fade
from store.actions.follow_up import Promise
from store.actions.give import Give
from store.actions.log import Log
from store.actions.registry import ACTIONS
from store.actions.service import Service
from store.actions.snooze import Snooze
from store.clock import clock_on, fresh_id
from store.config.settings import Settings
from store.disk.memory_keeper import MemoryKeeper
from store.records.change import ChangeSet, make
from store.records.exchange import Exchange
from store.records.ids import ExchangeId, FollowUpId, PersonId
from store.records.introduction import Introduction
from store.views.today import today_view
from store.words.message import Problem, Refusal, UnknownProblem
from store.words.words import Words

TODAY = date(2026, 11, 20)
YESTERDAY = TODAY - timedelta(days=1)

EN, FR = Words("en"), Words("fr")


@pytest.fixture
def service() -> Service:
    made = Service(MemoryKeeper(), ACTIONS, clock_on(TODAY), fresh_id, Settings())
    made.perform("add", Add(name="Ada", layer=150))
    return made


def put_by(service: Service) -> str:
    return service.perform("give", Give(person="Ada", note="soils of the Ain")).id


def met(service: Service, on: date = YESTERDAY) -> None:
    service.perform("log", Log(people=("Ada",), kind="in_person", on=on))


def ada_of(service: Service) -> PersonId:
    return next(iter(service.snapshot.people))


def with_records(service: Service, *records: Exchange | Introduction) -> Service:
    """The same data with what no action makes."""
    snapshot = service.snapshot.apply(ChangeSet(tuple(make(each) for each in records)))
    return Service(MemoryKeeper(snapshot), ACTIONS, clock_on(TODAY), fresh_id, Settings())


def received(service: Service, **fields: object) -> Exchange:
    return Exchange(
        id="X1",
        person=ada_of(service),
        direction="received",
        kind="advice",
        on=YESTERDAY,
        **fields,  # type: ignore[arg-type]
    )


def gift(service: Service, id: str) -> Exchange:
    return service.snapshot.exchanges[ExchangeId(id)]


def rows(service: Service) -> list[str]:
    return [row.id for row in today_view(service.snapshot, service.ties()).rows]


def refused(service: Service, id: str) -> Problem:
    with pytest.raises(Problem) as caught:
        service.perform("done", MarkDone(row=id))
    return caught.value


def said(problem: Problem, words: Words = EN) -> str:
    return words.tell(problem.message, TODAY).replace("\N{NO-BREAK SPACE}", " ")


def test_a_gift_given_at_a_meeting_is_closed_without_a_second_talk(service: Service) -> None:
    made = put_by(service)
    met(service)
    assert rows(service) == []
    done = service.perform("done", MarkDone(row=made))
    assert EN.tell(done.said, TODAY) == "Ada, given."
    assert (gift(service, made).on, gift(service, made).closed) == (TODAY, TODAY)
    assert len(service.snapshot.interactions) == 1
    service.undo()
    assert gift(service, made).closed is None


def test_a_gift_is_given_on_the_day_that_is_told(service: Service) -> None:
    held, waiting = put_by(service), put_by(service)
    service.perform("done", MarkDone(row=waiting, on=YESTERDAY))
    assert (gift(service, waiting).on, gift(service, waiting).closed) == (YESTERDAY, YESTERDAY)
    (talk,) = service.snapshot.interactions.values()
    assert talk.on == YESTERDAY
    service.perform("done", MarkDone(row=held, on=YESTERDAY))
    assert (gift(service, held).on, gift(service, held).closed) == (YESTERDAY, YESTERDAY)


def test_a_gift_held_back_is_given_with_a_talk_where_one_is_told(service: Service) -> None:
    made = put_by(service)
    met(service)
    done = service.perform("done", MarkDone(row=made, kind="call", minutes=15))
    assert EN.tell(done.said, TODAY) == "Ada, given; call, 15 min."
    assert len(service.snapshot.interactions) == 2


def test_a_gift_put_off_can_be_given_all_the_same(service: Service) -> None:
    made = put_by(service)
    service.perform("snooze", Snooze(row=made, until=TODAY + timedelta(days=9)))
    service.perform("done", MarkDone(row=made))
    assert gift(service, made).closed == TODAY


def test_a_promise_is_kept_before_its_day(service: Service) -> None:
    later = TODAY + timedelta(days=9)
    made = service.perform("follow-up", Promise(person="Ada", on=later)).id
    assert service.perform("done", MarkDone(row=made)).said.id == "said.closed"
    assert service.snapshot.follow_ups[FollowUpId(made)].closed == TODAY
    assert not service.snapshot.interactions


def test_what_is_settled_says_so(service: Service) -> None:
    made = put_by(service)
    service.perform("done", MarkDone(row=made))
    problem = refused(service, made)
    assert isinstance(problem, Refusal)
    assert said(problem) == "Ada: nothing is left to do about it."
    assert said(problem, FR) == "Ada : il n'y a plus rien à faire de ce côté."
    talk = next(iter(service.snapshot.interactions))
    assert refused(service, talk).message.id == "problem.nothing_left"


def test_news_of_help_wait_for_their_day(service: Service) -> None:
    helped = with_records(service, received(service, thanked=YESTERDAY))
    problem = refused(helped, "X1")
    assert (problem.code, problem.status) == ("not_yet", 1)
    assert said(problem) == "Ada: news to tell, waiting until Sat 19 Dec."
    assert said(problem, FR) == "Ada : des nouvelles à donner, en attente jusqu'au sam. 19 déc."


def test_a_plan_waits_for_the_day_after(service: Service) -> None:
    met(service, TODAY + timedelta(days=3))
    plan = next(iter(service.snapshot.interactions))
    assert said(refused(service, plan)) == "Ada: a contact planned, waiting until Tue 24 Nov."


def test_an_introduction_waits_for_manners(service: Service) -> None:
    met(service)
    bob = service.perform("add", Add(name="Bob")).id
    intro = Introduction(id="N1", a=ada_of(service), b=PersonId(bob), on=YESTERDAY)
    between = with_records(service, intro)
    problem = refused(between, "N1")
    assert problem.message.id == "problem.waits"
    usual = between.ties()[ada_of(between)].usual_gap_days
    assert usual is not None
    assert "an introduction, waiting until" in said(problem)


def test_what_can_only_be_done_today_names_the_day_too(service: Service) -> None:
    made = put_by(service)
    met(service)
    with pytest.raises(Refusal) as caught:
        service.perform("snooze", Snooze(row=made, until=TODAY + timedelta(days=9)))
    assert said(caught.value).startswith("Ada: something to give, waiting until")


def test_an_id_of_nothing_here_is_no_person(service: Service) -> None:
    problem = refused(service, fresh_id())
    assert isinstance(problem, UnknownProblem)
    assert problem.code == "unknown_row"


def test_nothing_is_put_by_or_promised_for_who_has_died(service: Service) -> None:
    made = put_by(service)
    service.perform("deceased", Deceased(person="Ada"))
    for name, params in (
        ("give", Give(person="Ada")),
        ("follow-up", Promise(person="Ada", on=TODAY)),
        ("done", MarkDone(row=made)),
    ):
        with pytest.raises(Refusal) as caught:
            service.perform(name, params)
        assert caught.value.code == "deceased"
        assert said(caught.value) == "Ada has died; nothing can wait for them any more."
        assert said(caught.value, FR) == "Ada nous a quittés ; plus rien ne peut l'attendre."


def test_for_who_was_let_fade_it_waits_on_the_card_alone(service: Service) -> None:
    service.perform("fade", Fade(person="Ada"))
    done = service.perform("give", Give(person="Ada", note="a link"))
    assert "on the card alone" in EN.tell(done.said, TODAY)
    assert rows(service) == []


@pytest.mark.parametrize(("talked", "shows"), [(None, True), (YESTERDAY, True), (TODAY, False)])
def test_for_somebody_seen_anyway_a_gift_waits_for_a_day_without_a_talk(
    service: Service, talked: date | None, shows: bool
) -> None:
    service.perform("add", Add(name="Bea", cadence=0))
    made = service.perform("give", Give(person="Bea")).id
    if talked is not None:
        service.perform("log", Log(people=("Bea",), kind="call", on=talked))
    assert rows(service) == ([made] if shows else [])


def test_thanks_that_were_said_are_not_promised_again(service: Service) -> None:
    thanked = with_records(service, received(service, thanked=YESTERDAY))
    made = thanked.perform("follow-up", Promise(person="Ada", on=TODAY, kind="thanks")).id
    assert thanked.snapshot.follow_ups[FollowUpId(made)].exchange is None
    made = thanked.perform("follow-up", Promise(person="Ada", on=TODAY, kind="news")).id
    assert thanked.snapshot.follow_ups[FollowUpId(made)].exchange == "X1"
    owed = with_records(service, received(service))
    made = owed.perform("follow-up", Promise(person="Ada", on=TODAY, kind="thanks")).id
    assert owed.snapshot.follow_ups[FollowUpId(made)].exchange == "X1"
