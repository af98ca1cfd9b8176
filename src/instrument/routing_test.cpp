// SPDX-License-Identifier: Apache-2.0
// What routing does to the denominators:
//  1. skipped by programme or by an unscored context item: leaves
//  2. skipped because a scored item was answered below the value that opens it: stays, closed at zero
//  3. follow-ups of a not-applicable or not-permitted gate leave with it
//  4. a route that hangs on an unanswered or unknown item is undecided
//  5. chains: what closed at zero closes what hangs on it at zero, what left makes it leave
#include "instrument/routing.hpp"

#include <gtest/gtest.h>

#include "instrument/sample_edition_test.hpp"

namespace smm::instrument {

static void PrintTo(Route route, std::ostream* out) {
  constexpr const char* names[] = {"asked", "closed_at_zero", "leaves", "undecided"};
  *out << names[static_cast<int>(route)];
}

namespace {

using sample::asked_if;
using sample::edition;
using sample::sheet;
using sample::unscored;
using Given = std::map<std::string, std::string>;

struct RouteRow {
  Given given;
  Route expected;
};

// Routes of the item "next" in programme md.
void expect_routes(const Edition& edition, const std::vector<RouteRow>& rows, std::size_t programme = 0) {
  for (const RouteRow& row : rows) {
    std::string given;
    for (const auto& [id, value] : row.given) given += id + "=" + value + " ";
    EXPECT_EQ(sheet(edition, row.given, programme).route("next"), row.expected) << given;
  }
}

Item next(std::string route) {
  return asked_if(sample::phase("next"), std::move(route));
}

TEST(Routing, ItemWithoutConditionIsAsked) {
  expect_routes(edition({sample::phase("next")}), {{{}, Route::asked}});
}

TEST(Routing, ContextItemMakesItLeave) {  // 1, 3, 4
  expect_routes(edition({unscored(sample::yes_no("clinic")), next("clinic == yes")}),
                {{{{"clinic", "yes"}}, Route::asked},
                 {{{"clinic", "no"}}, Route::leaves},
                 {{{"clinic", "not_applicable"}}, Route::leaves},
                 {{{"clinic", "not_permitted"}}, Route::leaves},
                 {{}, Route::undecided},
                 {{{"clinic", "not_known"}}, Route::undecided},
                 {{{"clinic", "declined"}}, Route::undecided},
                 {{{"clinic", "not_collected"}}, Route::undecided}});
}

TEST(Routing, ScoredItemClosesItAtZero) {  // 2, 3, 4
  expect_routes(edition({sample::yes_no("gate"), next("gate == yes")}),
                {{{{"gate", "yes"}}, Route::asked},
                 {{{"gate", "no"}}, Route::closed_at_zero},
                 {{{"gate", "not_collected"}}, Route::closed_at_zero},
                 {{{"gate", "not_applicable"}}, Route::leaves},
                 {{{"gate", "not_permitted"}}, Route::leaves},
                 {{{"gate", "no;!yes"}}, Route::leaves},
                 {{}, Route::undecided},
                 {{{"gate", "not_known"}}, Route::undecided},
                 {{{"gate", "declined"}}, Route::undecided}});
}

TEST(Routing, NumberNotCollectedIsUndecided) {  // "missing for a number"
  Item share = sample::share();
  share.id = "gate";
  expect_routes(edition({share, next("gate >= 15")}), {{{{"gate", "3/20"}}, Route::asked},
                                                       {{{"gate", "14.9"}}, Route::closed_at_zero},
                                                       {{{"gate", "not_collected"}}, Route::undecided}});
}

TEST(Routing, OptionThatLeavesTakesFollowUpsWithIt) {  // 3
  expect_routes(edition({sample::one_of("depth"), next("depth in (some, all)")}),
                {{{{"depth", "some"}}, Route::asked},
                 {{{"depth", "nothing"}}, Route::closed_at_zero},
                 {{{"depth", "not-needed"}}, Route::leaves},
                 {{{"depth", "nothing;!all"}}, Route::closed_at_zero},
                 {{{"depth", "nothing;!some;!all"}}, Route::leaves}});
}

TEST(Routing, MarkedOptionsCloseOnlyWhatTheyKeepShut) {  // 3
  expect_routes(edition({sample::any_of("stages"), next("count(stages) >= 3")}),
                {{{{"stages", "a;b;c"}}, Route::asked},
                 {{{"stages", "a;b"}}, Route::closed_at_zero},
                 {{{"stages", "a;b;!c"}}, Route::closed_at_zero},
                 {{{"stages", "a;b;!c;!d"}}, Route::leaves},
                 {{{"stages", "no-schools"}}, Route::leaves},
                 {{{"stages", "nothing-else"}}, Route::closed_at_zero}});
}

TEST(Routing, RatioToNothingIsNotApplicable) {  // 3
  Item rates = sample::two_shares(Compare::ratio, sample::steps({{0.8, 5}, {1, 10}}));
  rates.id = "rates";
  expect_routes(edition({rates, next("rates >= 1")}), {{{{"rates", "1/10|1/10"}}, Route::asked},
                                                       {{{"rates", "1/20|1/10"}}, Route::closed_at_zero},
                                                       {{{"rates", "1/10|0/10"}}, Route::leaves}});
}

TEST(Routing, GridIsReadAtThePercentOfPermittedCells) {
  expect_routes(edition({sample::grid("grid"), next("grid >= 100")}),
                {{{{"grid", "north@1;north@2;south@1;south@2"}}, Route::asked},
                 {{{"grid", "north@1;north@2;!south@1;!south@2"}}, Route::asked},
                 {{{"grid", "north@1;!south@1;!south@2"}}, Route::closed_at_zero},
                 {{{"grid", "none;!north@1;!north@2;!south@1;!south@2"}}, Route::leaves}});
}

TEST(Routing, ProgrammeMakesItLeave) {  // 1
  const Edition made = edition({sample::only_for(next("programme == md"), 3)});
  expect_routes(made, {{{}, Route::asked}}, 0);
  expect_routes(made, {{{}, Route::leaves}}, 1);
  const Edition other = edition({sample::only_for(next("profession == nursing"), 3)});
  expect_routes(other, {{{}, Route::leaves}}, 0);
  expect_routes(other, {{{}, Route::asked}}, 1);
}

TEST(Routing, GateOfAnotherProgrammeMakesItLeave) {  // 1
  const Edition made =
      edition({sample::only_for(sample::yes_no("gate"), 2), sample::only_for(next("gate == yes"), 3)});
  expect_routes(made, {{{}, Route::leaves}}, 0);
  expect_routes(made, {{{{"gate", "no"}}, Route::closed_at_zero}}, 1);
}

TEST(Routing, ContextAndScoredTogether) {  // 1, 2, 4
  expect_routes(edition({unscored(sample::yes_no("clinic")), sample::yes_no("gate"),
                         next("clinic == yes and gate == yes")}),
                {{{{"clinic", "yes"}, {"gate", "yes"}}, Route::asked},
                 {{{"clinic", "yes"}, {"gate", "no"}}, Route::closed_at_zero},
                 {{{"clinic", "no"}, {"gate", "yes"}}, Route::leaves},
                 {{{"clinic", "no"}, {"gate", "no"}}, Route::leaves},
                 {{{"clinic", "no"}}, Route::leaves},
                 {{{"gate", "no"}}, Route::closed_at_zero},
                 {{{"gate", "yes"}}, Route::undecided},
                 {{{"clinic", "yes"}}, Route::undecided},
                 {{{"clinic", "not_applicable"}, {"gate", "no"}}, Route::leaves},
                 {{{"clinic", "not_applicable"}}, Route::leaves},
                 {{{"clinic", "yes"}, {"gate", "not_applicable"}}, Route::leaves},
                 {{{"gate", "not_permitted"}}, Route::leaves}});
}

TEST(Routing, OneOfTwoScoredGates) {  // 2, 3, 4
  expect_routes(edition({sample::yes_no("gate"), sample::yes_no("door"), next("gate == yes or door == yes")}),
                {{{{"gate", "no"}, {"door", "yes"}}, Route::asked},
                 {{{"gate", "no"}, {"door", "no"}}, Route::closed_at_zero},
                 {{{"gate", "not_applicable"}, {"door", "yes"}}, Route::asked},
                 {{{"gate", "not_applicable"}, {"door", "no"}}, Route::closed_at_zero},
                 {{{"gate", "not_applicable"}, {"door", "not_permitted"}}, Route::leaves},
                 {{{"gate", "not_applicable"}}, Route::undecided},
                 {{{"gate", "no"}}, Route::undecided},
                 {{{"gate", "yes"}}, Route::asked}});
}

TEST(Routing, ChainOfScoredGates) {  // 5
  expect_routes(
      edition({sample::yes_no("gate"), asked_if(sample::yes_no("door"), "gate == yes"), next("door == yes")}),
      {{{{"gate", "yes"}, {"door", "yes"}}, Route::asked},
       {{{"gate", "yes"}, {"door", "no"}}, Route::closed_at_zero},
       {{{"gate", "no"}}, Route::closed_at_zero},
       {{{"gate", "not_applicable"}}, Route::leaves},
       {{{"gate", "not_permitted"}}, Route::leaves},
       {{{"gate", "yes"}}, Route::undecided},
       {{{"gate", "not_known"}}, Route::undecided},
       {{}, Route::undecided}});
}

TEST(Routing, ChainThroughAContextItem) {  // 5
  expect_routes(edition({sample::yes_no("gate"), asked_if(unscored(sample::yes_no("paid")), "gate == yes"),
                         next("paid == yes")}),
                {{{{"gate", "yes"}, {"paid", "yes"}}, Route::asked},
                 {{{"gate", "yes"}, {"paid", "no"}}, Route::leaves},
                 {{{"gate", "no"}}, Route::closed_at_zero},
                 {{{"gate", "not_applicable"}}, Route::leaves},
                 {{{"gate", "yes"}}, Route::undecided},
                 {{}, Route::undecided}});
}

TEST(Routing, ChainFromAContextItem) {  // 5
  expect_routes(edition({unscored(sample::yes_no("clinic")),
                         asked_if(sample::yes_no("gate"), "clinic == yes"), next("gate == yes")}),
                {{{{"clinic", "yes"}, {"gate", "no"}}, Route::closed_at_zero},
                 {{{"clinic", "no"}}, Route::leaves},
                 {{{"clinic", "not_applicable"}}, Route::leaves},
                 {{}, Route::undecided}});
}

TEST(Routing, GateMayStandBehindWhatItOpens) {
  expect_routes(edition({next("gate == yes"), sample::yes_no("gate")}),
                {{{{"gate", "yes"}}, Route::asked}, {{{"gate", "no"}}, Route::closed_at_zero}});
  const Edition backwards =
      edition({next("door == yes"), asked_if(sample::yes_no("door"), "gate == yes"), sample::yes_no("gate")});
  expect_routes(backwards, {{{{"gate", "yes"}, {"door", "yes"}}, Route::asked},
                            {{{"gate", "no"}}, Route::closed_at_zero}});
}

TEST(Routing, CountOfConditions) {
  expect_routes(edition({unscored(sample::yes_no("clinic")), sample::yes_no("gate"), sample::yes_no("door"),
                         next("count of (clinic == yes, gate == yes, door == yes) >= 2")}),
                {{{{"clinic", "yes"}, {"gate", "yes"}}, Route::asked},
                 {{{"clinic", "yes"}, {"gate", "no"}, {"door", "no"}}, Route::closed_at_zero},
                 {{{"clinic", "no"}, {"gate", "no"}, {"door", "yes"}}, Route::closed_at_zero},
                 {{{"clinic", "no"}, {"gate", "not_applicable"}, {"door", "yes"}}, Route::leaves},
                 {{{"clinic", "no"}, {"gate", "yes"}}, Route::undecided}});
}

TEST(RouteValue, WeakestScoredAnswerStandsForWhatWasClosed) {
  // door was never asked; as its weakest answer ("no") it leaves this condition true.
  expect_routes(edition({sample::yes_no("gate"), asked_if(sample::yes_no("door"), "gate == yes"),
                         unscored(next("door == no"))}),
                {{{{"gate", "no"}}, Route::asked}});
}

}  // namespace
}  // namespace smm::instrument
