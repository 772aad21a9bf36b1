"""Works on a building, in a browser: prepared, ordered, certified, halted, extended, ended; and an unsafe building."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from sanad.casework.claims.selectors import facts_now
from sanad.casework.claims.services import state_facts_of
from sanad.casework.notices.models import Notice
from sanad.casework.works.models import Halt, Order, State
from sanad.registry.models import Building
from sanad.registry.proposals import NewDwelling
from sanad.staff.roles import Role
from tests.casework.families import AT, KARIM, family, maya, new_claim, received
from tests.casework.rounds_of_claims import fund_of
from tests.casework.works.test_stages import claim_in_the_suburbs
from tests.journeys.test_claims import BAABDA, fill, photo
from tests.journeys.test_rounds import as_another
from tests.journeys.visit import Visit
from tests.web.codes import with_codes
from tests.web.people import member

pytestmark = pytest.mark.browser


def building_with_two_families() -> Building:
    here = received().claim.dwelling.building
    received(new_claim(NewDwelling(here, "219-5-A", 5), family(KARIM)))
    fund_of(200_000_00)
    return here


def test_works_are_ordered_certified_halted_extended_and_ended(visit: Visit):
    here = building_with_two_families()
    nader = member("Nader Fares", Role.ENGINEER, district=BAABDA)
    lead = with_codes(member("Leila Haddad", Role.PROGRAMME_LEAD, district=BAABDA))

    visit.sign_in(nader)
    prepare(visit, here)
    as_another(visit, lead)
    approve(visit)
    as_another(visit, nader)
    certify(visit)
    halt_for_money(visit)
    extend_twice(visit)
    third_extension_is_refused(visit)
    building_as_others_read_it(visit, here)
    as_another(visit, lead)
    extend(visit, 90, "لا مال بعد؛ يجتمع المجلس في آخر الشهر")
    end(visit)

    order, halt = Order.objects.get(), Halt.objects.get()
    assert (order.state, order.stages.exclude(certified_at=None).count()) == (State.ORDERED, 1)
    assert (halt.extensions, halt.ending) == (3, "money_came")
    assert Notice.objects.filter(about=halt.about).count() == 5 * 2


def prepare(visit: Visit, here: Building) -> None:
    visit.go(f"/office/buildings/{here.reference}/")
    visit.look("building-without-works")
    visit.follow(f"a[href*='/works/new/{here.reference}/']")
    visit.look("works-new")
    visit.follow("form.card button.button")
    visit.look("works-new-wrong")
    fill(visit, firm_code="REG-2211", firm_name="شركة الأرز للبناء", budget="128,000")
    visit.page.check("[name='part']")
    rows = (("تدعيم جدار حامل", "30,000"), ("أعمدة الطابق الأرضي", "86,400"), ("Ceilings and stairs", "11,600"))
    for number, (title, amount) in enumerate(rows, start=1):
        fill(visit, **{f"title_{number}": title, f"amount_{number}": amount})
    visit.follow("form.card button.button")
    visit.look("building-with-prepared-works")


def approve(visit: Visit) -> None:
    visit.look("work-lead-works")
    visit.go(f"/office/works/{Order.objects.get().reference}/")
    visit.look("works-prepared")
    fill(visit, sum="1,280")
    visit.follow("form[action$='/approve/'] button")
    visit.look("works-wrong-sum")
    fill(visit, sum="128,000")
    visit.follow("form[action$='/approve/'] button")
    visit.page.wait_for_selector(".note.done")
    visit.look("works-ordered")


def certify(visit: Visit) -> None:
    visit.go("/office/works/")
    visit.look("works")
    visit.go(f"/office/works/{Order.objects.get().reference}/")
    visit.follow("a[href$='/stages/1/']")
    visit.look("works-certify")
    visit.follow("form.card button.button")
    visit.look("works-certify-wrong")
    visit.page.set_input_files("[name='photo']", {"name": "w.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    visit.follow("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("works-certified")


def halt_for_money(visit: Visit) -> None:
    visit.follow("a[href$='/halt/']")
    visit.look("halt-new")
    visit.follow("form.card button.button")
    visit.look("halt-new-wrong")
    visit.page.select_option("[name='reason']", "no_money")
    visit.page.select_option("[name='restart']", "money")
    fill(
        visit, missing="86,400", words="نفد مال أشغال المباني في الصندوق", note="اتصل رامي من المصرف", review_on=day(30)
    )
    visit.follow("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("halt")


def day(after: int) -> str:
    return (localdate() + timedelta(days=after)).isoformat()


def extend_twice(visit: Visit) -> None:
    extend(visit, 60, "لم يصل المال بعد")
    extend(visit, 75, "The donor pays in spring.")


def extend(visit: Visit, after: int, words: str) -> None:
    visit.go(f"/office/works/halts/{Halt.objects.get().reference}/extend/")
    visit.look("halt-extend")
    fill(visit, to_review=day(after), words=words)
    visit.follow("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("halt-extended")


def third_extension_is_refused(visit: Visit) -> None:
    """Before anything is typed: the page of the halt offers it no more, and its address leads back with the reason."""
    visit.go(f"/office/works/halts/{Halt.objects.get().reference}/")
    assert visit.page.locator("a[href$='/extend/']").count() == 0
    visit.go(f"/office/works/halts/{Halt.objects.get().reference}/extend/")
    visit.page.wait_for_selector(".note:not(.done)")
    assert visit.page.locator("[name='to_review']").count() == 0
    visit.look("halt-third-extension-refused")


def building_as_others_read_it(visit: Visit, here: Building) -> None:
    visit.go(f"/office/buildings/{here.reference}/")
    visit.look("building-halted-engineer")
    as_another(visit, member("Maya Khalil", Role.CASEWORKER, district=BAABDA))
    visit.go(f"/office/buildings/{here.reference}/")
    visit.look("building-halted-caseworker")
    visit.go("/office/works/")
    visit.look("works-caseworker")


def end(visit: Visit) -> None:
    visit.go(f"/office/works/halts/{Halt.objects.get().reference}/")
    visit.look("halt-lead")
    visit.follow("a[href$='/end/']")
    visit.look("halt-end")
    visit.follow("form.card button.button")
    visit.look("halt-end-wrong")
    visit.page.check("[name='ending'][value='money_came']")
    visit.follow("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("halt-over")


def test_a_fund_and_a_line_are_halted_by_a_lead_of_the_programme(visit: Visit):
    building_with_two_families()
    lead = member("Rana Saab", Role.PROGRAMME_LEAD)

    visit.sign_in(lead)
    visit.go("/office/works/")
    visit.look("works-lead-empty")
    visit.follow("a[href*='/halts/programmes/']")
    visit.look("halt-programme")
    visit.page.select_option("[name='reason']", "donor")
    visit.page.select_option("[name='restart']", "decision")
    visit.page.select_option("[name='body']", "other")
    fill(visit, review_on=day(20))
    visit.follow("form.card button.button")
    visit.look("halt-programme-wrong")
    fill(visit, body_name="مجلس الإنماء والإعمار")
    visit.follow("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("halt-programme-done")
    visit.go("/office/works/halts/funds/cedar/")
    visit.look("halt-fund")

    assert Halt.objects.get().families == 2


def test_a_red_placard_stops_finishing_works(visit: Visit):
    here = building_with_two_families()
    nader = member("Nader Fares", Role.ENGINEER, district=BAABDA)
    lead = with_codes(member("Leila Haddad", Role.PROGRAMME_LEAD, district=BAABDA))

    visit.sign_in(nader)
    prepare_finishing(visit, here)
    as_another(visit, lead)
    visit.go(f"/office/works/{Order.objects.get().reference}/")
    fill(visit, sum="9,000")
    visit.follow("form[action$='/approve/'] button")
    as_another(visit, nader)
    mark_red(visit, here)
    visit.look("building-red-with-finishing-works")
    visit.go(f"/office/works/{Order.objects.get().reference}/")
    visit.look("works-finishing-unsafe")
    visit.go(f"/office/works/halts/{Halt.objects.get().reference}/end/")
    visit.page.check("[name='ending'][value='act_done']")
    visit.follow("form.card button.button")
    visit.look("halt-end-refused-unsafe")

    assert Halt.objects.get().is_open


def prepare_finishing(visit: Visit, here: Building) -> None:
    visit.go(f"/office/works/new/{here.reference}/template/")
    visit.page.check("[name='kind'][value='finishing']")
    fill(visit, firm_code="REG-2211", firm_name="Cedar Building", budget="9,000", title_1="Plaster", amount_1="9,000")
    visit.page.check("[name='part']")
    visit.follow("form.card button.button")


def mark_red(visit: Visit, here: Building) -> None:
    visit.go(f"/office/buildings/{here.reference}/placard/")
    visit.page.check("[name='colour'][value='red']")
    visit.page.select_option("[name='reason']", "cracked")
    fill(visit, review_at="2031-03-31")
    visit.page.set_input_files("[name='photo']", {"name": "p.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    visit.follow("form.card button.button")


def test_an_engineer_inspects_the_repair_of_a_home(visit: Visit):
    claim = claim_in_the_suburbs(received().claim.dwelling.building)
    facts = {"claim": {"contract_signed": True}}
    state_facts_of(claim=claim, facts=facts, source="desk", at=AT, by=maya(), seen={})
    nader = member("Nader Fares", Role.ENGINEER, district=BAABDA)

    visit.sign_in(nader)
    visit.go(f"/office/claims/{claim.number}/")
    visit.follow("a[href$='/half/']")
    visit.look("repair-inspect")
    visit.follow("form.card button.button")
    visit.look("repair-inspect-wrong")
    visit.page.set_input_files("[name='photo']", {"name": "w.jpg", "mimeType": "image/jpeg", "buffer": photo()})
    visit.follow("form.card button.button")
    visit.page.wait_for_selector(".note.done")
    visit.look("claim-with-an-inspected-repair")

    assert facts_now(claim)["claim"][claim.number]["half_inspected"] is True
