// SPDX-License-Identifier: Apache-2.0
#include "outcomes/measure/results.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <cmath>
#include <sstream>

#include "exchange/csv.hpp"
#include "outcomes/measure/shipped_measures_test.hpp"
#include "outcomes/measure/slow_measures_test.hpp"
#include "outcomes/registry/npi.hpp"
#include "stats/wilson_interval.hpp"

namespace smm::outcomes::measure {
namespace {

const Day measured_on = *registry::parse_iso_day("2026-07-01");

// The catalogue without minimums, so that small groups show their numbers.
const Catalogue& without_minimum() {
  static const Catalogue catalogue = [] {
    Catalogue copy = shipped_catalogue();
    for (Definition& measure : copy.measures) measure.minimum_n = 1;
    return copy;
  }();
  return catalogue;
}

const std::vector<std::string> cohort_header = {"graduate_id",
                                                "school_id",
                                                "programme",
                                                "role",
                                                "pathway_completed",
                                                "applied",
                                                "matriculated",
                                                "left",
                                                "graduated",
                                                "graduation_year",
                                                "sex",
                                                "urm",
                                                "first_generation",
                                                "rural_origin",
                                                "disadvantaged",
                                                "disability",
                                                "state_resident",
                                                "clinical_weeks",
                                                "clinical_weeks_underserved",
                                                "licensure_first_attempt",
                                                "intends_underserved",
                                                "first_post_primary_care",
                                                "safety_net",
                                                "medicaid_patients",
                                                "low_income",
                                                "debt",
                                                "exposures"};

std::string csv_of(const std::vector<SlowPerson>& persons) {
  std::string text;
  exchange::CsvWriter csv(text);
  for (const std::string& column : cohort_header) csv.cell(column);
  csv.end_row();
  for (const SlowPerson& person : persons) {
    for (const std::string& column : cohort_header) csv.cell(person.cell(column));
    csv.end_row();
  }
  return text;
}

Cohort cohort_of(const std::string& csv) {
  base::MemorySource bytes(csv);
  auto cohort = read_cohort(bytes, "cohort.csv", measured_on, without_minimum());
  if (!cohort) throw std::runtime_error(to_string(cohort.problems().front()));
  return *std::move(cohort);
}

std::uint32_t npi_number(std::uint32_t i) {
  const std::uint32_t nine = 100'000'000 + i;
  return nine * 10 + static_cast<std::uint32_t>(registry::npi_check_digit(nine));
}

// Everything that is measured, ready to run.
struct World {
  std::vector<SlowPerson> persons;
  Cohort cohort;
  std::vector<School> schools;
  Links links;
  std::vector<Practice> practices;
};

std::string one_of(const std::vector<std::string>& words) {
  return *rc::gen::elementOf(words);
}

std::string date_or_word() {
  const std::string word = one_of({"", "yes", "no", "date", "date"});
  return word == "date" ? std::to_string(*rc::gen::inRange(2005, 2026)) + "-07-01" : word;
}

SlowPerson random_person(std::size_t i) {
  SlowPerson person;
  person.cells["graduate_id"] = "g" + std::to_string(i);
  person.cells["school_id"] = "s";
  person.cells["programme"] = one_of({"MD", "DO", "DDS", "MSN", "BSN", "ADN", "Other", ""});
  person.cells["role"] = one_of({"", "learner", "learner", "learner", "faculty"});
  person.cells["pathway_completed"] = date_or_word();
  person.cells["graduated"] = one_of({"", "yes", "yes", "yes", "no"});
  person.cells["graduation_year"] = one_of({"", "2010", "2016", "2018", "2020", "2023", "2024", "2026"});
  person.cells["applied"] = date_or_word();
  person.cells["matriculated"] =
      person.cells["applied"].size() == 10 ? one_of({"", "yes", "no"}) : date_or_word();
  for (const char* column :
       {"urm", "first_generation", "rural_origin", "disadvantaged", "disability", "licensure_first_attempt",
        "intends_underserved", "first_post_primary_care", "safety_net", "low_income"})
    person.cells[column] = one_of({"", "yes", "no"});
  person.cells["sex"] = one_of({"", "female", "male"});
  person.cells["medicaid_patients"] = one_of({"", "0", "10", "11", "300"});
  person.cells["exposures"] = one_of({"", "none", "rural", "rural;tribal"});
  person.cells["debt"] = one_of({"", "0", "1000", "5000.5", "90000"});
  person.cells["clinical_weeks"] = one_of({"", "40", "20"});
  person.cells["clinical_weeks_underserved"] = one_of({"", "0", "10", "20"});
  return person;
}

void add_practice(SlowPerson& person, std::size_t i, World& world) {
  Practice practice;
  practice.npi = npi_number(static_cast<std::uint32_t>(i));
  for (const Fact fact : {Fact::active, Fact::in_training, Fact::primary_care, Fact::placed, Fact::hpsa_geo,
                          Fact::hpsa_pop, Fact::mua, Fact::rural}) {
    const auto bounds = *rc::gen::element(std::pair{0.0, 0.0}, std::pair{1.0, 1.0}, std::pair{0.6, 0.9},
                                          std::pair{0.1, 0.3}, std::pair{0.0, 1.0}, std::pair{0.5, 1.0});
    if (*rc::gen::inRange(0, 8) == 0) continue;  // nothing is known
    set_bounded(practice, fact, bounds.first, bounds.second);
    const std::string name(name_of(fact).name);
    person.practice[name] = bounds.first >= 0.5   ? Maybe(true)
                            : bounds.second < 0.5 ? Maybe(false)
                                                  : std::nullopt;
    person.certain_practice[name] = bounds.first == 1    ? Maybe(true)
                                    : bounds.second == 0 ? Maybe(false)
                                                         : std::nullopt;
  }
  person.practice_state = one_of({"", "NC", "VA"});
  if (!person.practice_state.empty()) {
    practice.state_letters[0] = static_cast<std::uint8_t>(person.practice_state[0]);
    practice.state_letters[1] = static_cast<std::uint8_t>(person.practice_state[1]);
  }
  world.practices.push_back(practice);
}

World random_world(std::size_t most) {
  World world;
  const std::size_t size = *rc::gen::inRange<std::size_t>(1, most + 1);
  const std::string school_state = one_of({"", "NC"});
  std::string links = "graduate_id,state,npi,probability\n";
  for (std::size_t i = 0; i < size; ++i) {
    SlowPerson person = random_person(i);
    person.school_state = school_state;
    person.link_state =
        one_of({"linked", "linked", "linked", "ambiguous", "not_in_registry", "no_npi_expected"});
    const std::string probability = one_of({"0.95", "0.9", "0.6"});
    if (person.link_state == "linked") {
      person.link_probability = std::stod(probability);
      add_practice(person, i, world);
    }
    links +=
        "g" + std::to_string(i) + "," + person.link_state + "," +
        (person.link_state == "linked" ? std::to_string(npi_number(static_cast<std::uint32_t>(i))) : "") +
        "," + probability + "\n";
    world.persons.push_back(std::move(person));
  }
  world.cohort = cohort_of(csv_of(world.persons));
  world.schools = {{School::Control::public_school, school_state}};
  base::MemorySource bytes(links);
  world.links = *read_links(bytes, "links.csv", world.cohort);
  return world;
}

MeasureInput input_of(const World& world, const Practices& practices) {
  static const std::vector<Links> no_draws;
  MeasureInput input{without_minimum(),
                     {},
                     world.cohort,
                     world.schools,
                     world.links,
                     no_draws,
                     practices,
                     nullptr,
                     measured_on,
                     {},
                     1,
                     1};
  for (const Definition& measure : without_minimum().measures) input.measures.push_back(&measure);
  return input;
}

const ResultRow& row_named(const std::vector<ResultRow>& rows, const std::string& measure,
                           const std::string& stratum = "") {
  for (const ResultRow& row : rows)
    if (row.measure->id == measure && row.stratum == stratum && row.programme.empty()) return row;
  throw std::runtime_error("no row of " + measure + " " + stratum);
}

// Every proportion of the catalogue against the oracle, bounds by trying everything that is possible.
RC_GTEST_PROP(Results, ProportionsAreThoseOfTheOracle, ()) {
  const World world = random_world(9);
  const Practices practices(world.practices);
  const auto rows = run_measures(input_of(world, practices));
  const auto rules = slow_rules(2026);
  RC_ASSERT(rules.size() == 21u);
  for (const auto& [id, rule] : rules) {
    const ResultRow& row = row_named(rows, id);
    const SlowCounts wanted = count_slowly(rule, world.persons);
    RC_LOG() << id << '\n';
    RC_ASSERT(row.n == wanted.n);
    RC_ASSERT(row.known == wanted.known);
    RC_ASSERT(row.unknown == wanted.unknown);
    RC_ASSERT(row.not_linked == wanted.not_linked);
    RC_ASSERT(row.no_npi_expected == wanted.no_npi_expected);
    RC_ASSERT(row.rate.has_value() == (wanted.n > 0));
    if (!row.rate) continue;
    RC_ASSERT(*row.numerator == wanted.numerator);
    RC_ASSERT(std::abs(*row.rate - wanted.numerator / wanted.n) < 1e-12);
    const auto wilson = stats::wilson_interval(static_cast<std::size_t>(wanted.numerator),
                                               static_cast<std::size_t>(wanted.n), 0.95);
    RC_ASSERT(row.interval->low == wilson.low && row.interval->high == wilson.high);
    if (!row.bounds) continue;
    RC_ASSERT(std::abs(row.bounds->low - *wanted.least) < 1e-12);
    RC_ASSERT(std::abs(row.bounds->high - *wanted.largest) < 1e-12);
    RC_ASSERT(row.bounds->low <= *row.rate && *row.rate <= row.bounds->high);
  }
}

RC_GTEST_PROP(Results, SumsAndMediansAreThoseOfTheOracle, ()) {
  const World world = random_world(12);
  const Practices practices(world.practices);
  const auto rows = run_measures(input_of(world, practices));
  double above = 0, below = 0;
  std::vector<double> debts;
  for (const SlowPerson& person : world.persons) {
    if (!person.learner()) continue;
    if (!person.cell("clinical_weeks").empty() && !person.cell("clinical_weeks_underserved").empty()) {
      above += std::stod(person.cell("clinical_weeks_underserved"));
      below += std::stod(person.cell("clinical_weeks"));
    }
    if (person.answer("graduated") == true && person.answer("low_income") == true &&
        !person.cell("debt").empty())
      debts.push_back(std::stod(person.cell("debt")));
  }
  const ResultRow& weeks = row_named(rows, "SM-012");
  RC_ASSERT(weeks.rate.has_value() == (below > 0));
  if (weeks.rate) RC_ASSERT(std::abs(*weeks.rate - above / below) < 1e-9);
  const ResultRow& debt = row_named(rows, "SM-026");
  RC_ASSERT(debt.n == static_cast<double>(debts.size()));
  if (debts.empty()) return;
  std::sort(debts.begin(), debts.end());
  RC_ASSERT(*debt.rate == (debts[debts.size() / 2] + debts[(debts.size() - 1) / 2]) / 2);
}

// Strata of a column part the population: their counts add up to those of everybody.
RC_GTEST_PROP(Results, StrataAddUp, ()) {
  const World world = random_world(15);
  const Practices practices(world.practices);
  MeasureInput input = input_of(world, practices);
  input.by = {"sex", "programme"};
  const auto rows = run_measures(input);
  for (const Definition* measure : input.measures) {
    if (measure->scoring != Scoring::proportion) continue;
    const ResultRow& all = row_named(rows, measure->id);
    double n = 0, known = 0;
    for (const ResultRow& row : rows)
      if (row.measure == measure && row.programme.empty() && row.stratum.starts_with("sex="))
        n += row.n, known += row.known;
    RC_ASSERT(n == all.n && known == all.known);
  }
}

RC_GTEST_PROP(Results, AreTheSameOnAnyNumberOfThreads, ()) {
  const World world = random_world(10);
  const Practices practices(world.practices);
  MeasureInput input = input_of(world, practices);
  const std::string one = results_csv(run_measures(input), without_minimum(), "x");
  input.threads = 3;
  RC_ASSERT(results_csv(run_measures(input), without_minimum(), "x") == one);
}

// Draws that all say what the links say give the same rates, and Wilson's intervals.
RC_GTEST_PROP(Results, DrawsThatAgreeChangeNothing, ()) {
  const World world = random_world(10);
  const Practices practices(world.practices);
  MeasureInput input = input_of(world, practices);
  const auto plain = run_measures(input);
  Links drawn = world.links;
  for (PersonLink& link : drawn.persons)
    if (link.state != LinkState::linked && link.state != LinkState::no_npi_expected)
      link.state = LinkState::not_in_registry;
  const std::vector<Links> draws(3, drawn);
  const MeasureInput with_draws{input.catalogue,
                                input.measures,
                                input.cohort,
                                input.schools,
                                input.links,
                                draws,
                                input.practices,
                                nullptr,
                                measured_on,
                                {},
                                1,
                                1};
  const auto pooled = run_measures(with_draws);
  for (std::size_t i = 0; i < plain.size(); ++i) {
    RC_ASSERT(plain[i].n == pooled[i].n && plain[i].known == pooled[i].known);
    RC_ASSERT(plain[i].rate.has_value() == pooled[i].rate.has_value());
    if (!plain[i].rate || plain[i].measure->scoring != Scoring::proportion) continue;
    RC_ASSERT(std::abs(*plain[i].rate - *pooled[i].rate) < 1e-9);
    RC_ASSERT(std::abs(plain[i].interval->low - pooled[i].interval->low) < 1e-9);
  }
}

World world_of(const std::string& csv) {
  World world;
  world.cohort = cohort_of(csv);
  world.links = no_links(world.cohort);
  return world;
}

std::vector<ResultRow> run_shipped(const World& world, const std::vector<std::string>& ids,
                                   const std::vector<std::string>& by = {},
                                   const PopulationShares* shares = nullptr) {
  const Practices practices(world.practices);
  static const std::vector<Links> no_draws;
  MeasureInput input{shipped_catalogue(),
                     {},
                     world.cohort,
                     world.schools,
                     world.links,
                     no_draws,
                     practices,
                     shares,
                     measured_on,
                     by,
                     1,
                     1};
  for (const std::string& id : ids) input.measures.push_back(shipped_catalogue().find(id));
  return run_measures(input);
}

// `count` rows that differ in the id only.
std::string rows_of(const std::string& prefix, int count, const std::string& rest) {
  std::string text;
  for (int i = 0; i < count; ++i) text += prefix + std::to_string(i) + "," + rest + "\n";
  return text;
}

// The worked example of docs/methods/measures.md.
TEST(Results, WorkedExample) {
  const World world = world_of("graduate_id,school_id,graduated,urm\n" + rows_of("a", 18, "s,yes,yes") +
                               rows_of("b", 42, "s,yes,no") + rows_of("c", 15, "s,yes,"));
  const auto rows = run_shipped(world, {"SM-003"});
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0].n, 60);
  EXPECT_EQ(*rows[0].numerator, 18);
  EXPECT_DOUBLE_EQ(*rows[0].rate, 0.3);
  EXPECT_NEAR(rows[0].interval->low, 0.1990, 5e-5);
  EXPECT_NEAR(rows[0].interval->high, 0.4251, 5e-5);
  EXPECT_DOUBLE_EQ(rows[0].bounds->low, 0.24);
  EXPECT_DOUBLE_EQ(rows[0].bounds->high, 0.44);
  EXPECT_EQ(rows[0].known, 60);
  EXPECT_EQ(rows[0].unknown, 15);
}

TEST(Results, UnderTheMinimumThereIsNoRate) {
  const World world = world_of("graduate_id,school_id,graduated,urm\n" + rows_of("a", 9, "s,yes,yes"));
  const auto rows = run_shipped(world, {"SM-003"});
  EXPECT_EQ(rows[0].n, 9);
  EXPECT_FALSE(rows[0].rate || rows[0].numerator || rows[0].interval || rows[0].bounds);
  const std::string csv = results_csv(rows, shipped_catalogue(), "");
  EXPECT_NE(csv.find("SM-003,1.0.0,s,,,9,,,,,,,9,0,0,0,measure "), std::string::npos) << csv;
}

// Four years of 25 graduates and 5 who left, and 10 still enrolled: the worked example of
// docs/methods/retention.md.
TEST(Results, RetentionCountsThoseWhoLeft) {
  const World world =
      world_of("graduate_id,school_id,programme,matriculated,left,graduated\n" +
               rows_of("a", 25, "s,MD,2016-07-01,,2020-07-01") +
               rows_of("b", 5, "s,MD,2016-07-01,2018-07-01,") + rows_of("c", 10, "s,MD,2024-07-01,,"));
  const auto rows = run_shipped(world, {"SM-010"});
  EXPECT_EQ(rows[0].n, 40);
  EXPECT_EQ(*rows[0].numerator, 25);
  // 40 watched, 5 of them leave after two years (the ten enrolled since then are seen until then), 25 of the
  // remaining 25 graduate: 35/40.
  EXPECT_NEAR(*rows[0].rate, 0.875, 1e-12);
  EXPECT_DOUBLE_EQ(rows[0].bounds->low, 25.0 / 40);
  EXPECT_DOUBLE_EQ(rows[0].bounds->high, 35.0 / 40);
}

TEST(Results, GapBetweenGroups) {
  const World world = world_of("graduate_id,school_id,programme,matriculated,left,graduated,urm\n" +
                               rows_of("a", 40, "s,MD,2016-07-01,,2020-07-01,no") +
                               rows_of("b", 10, "s,MD,2016-07-01,2018-07-01,,no") +
                               rows_of("c", 15, "s,MD,2016-07-01,,2020-07-01,yes") +
                               rows_of("d", 10, "s,MD,2016-07-01,2018-07-01,,yes"));
  const auto rows = run_shipped(world, {"SM-011"});
  ASSERT_EQ(rows.size(), 1u);  // of the other cohort_header nothing is known
  EXPECT_EQ(rows[0].stratum, "urm=yes");
  EXPECT_NEAR(*rows[0].rate, 0.8 - 0.6, 1e-12);
  EXPECT_TRUE(rows[0].interval->low < 0.2 && 0.2 < rows[0].interval->high);
}

TEST(Results, RepresentationIsAgainstStateOrNation) {
  World world = world_of("graduate_id,school_id,graduated,urm\n" + rows_of("a", 15, "pub,yes,yes") +
                         rows_of("b", 35, "pub,yes,no") + rows_of("c", 15, "priv,yes,yes") +
                         rows_of("d", 35, "priv,yes,no") + rows_of("e", 20, "none,yes,no"));
  world.schools = {{School::Control::public_school, "NC"}, {School::Control::private_school, "NC"}, {}};
  const PopulationShares shares{30, {{"NC", 40}}};
  const auto rows = run_shipped(world, {"SM-004"}, {}, &shares);
  EXPECT_NEAR(*rows[0].rate, 0.3 / 0.4, 1e-12);
  EXPECT_NEAR(*rows[1].rate, 1.0, 1e-12);
  EXPECT_FALSE(rows[2].rate.has_value());
}

TEST(Results, StaysInUnderservedPlacesAreWatched) {
  World world = world_of("graduate_id,school_id,graduated\n" + rows_of("a", 24, "s,yes"));
  for (std::uint32_t i = 0; i < 24; ++i) {
    world.links.persons[i] = {LinkState::linked, true, 1, npi_number(i)};
    Practice practice;
    practice.npi = npi_number(i);
    const Day from = *registry::parse_iso_day("2018-01-01");
    if (i < 12) practice.stay = UnderservedStay{from, *registry::parse_iso_day("2026-01-01"), false};
    if (i >= 12) practice.stay = UnderservedStay{from, *registry::parse_iso_day("2022-01-01"), i < 18};
    world.practices.push_back(practice);
  }
  const auto rows = run_shipped(world, {"SM-024"});
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].stratum, "years=3");
  EXPECT_DOUBLE_EQ(*rows[0].rate, 1);
  EXPECT_EQ(rows[1].stratum, "years=5");
  EXPECT_DOUBLE_EQ(*rows[1].rate, 0.75);  // 6 of 24 leave after four years, when 6 more are last seen
  EXPECT_DOUBLE_EQ(rows[1].bounds->low, 0.5);
  EXPECT_DOUBLE_EQ(rows[1].bounds->high, 0.75);
}

TEST(Results, NursesWithoutNpiAreNotMissing) {
  const World world = world_of("graduate_id,school_id,programme,graduated,graduation_year\n" +
                               rows_of("a", 3, "s,BSN,yes,2020") + rows_of("b", 4, "s,MD,yes,2010"));
  const auto rows = run_shipped(world, {"SM-018"});
  EXPECT_EQ(rows[0].no_npi_expected, 3);
  EXPECT_EQ(rows[0].not_linked, 4);
  EXPECT_EQ(rows[0].n, 0);
}

TEST(Results, UndecidedPersonsAreCounted) {
  const World world = world_of(
      "graduate_id,school_id,programme,graduated,graduation_year\n"
      "a,s,MD,yes,\nb,s,MD,yes,2010\nc,s,,yes,2010\nd,s,MD,no,\n");
  const Practices practices({});
  static const std::vector<Links> no_draws;
  const MeasureInput input{shipped_catalogue(),
                           {shipped_catalogue().find("SM-017")},
                           world.cohort,
                           world.schools,
                           world.links,
                           no_draws,
                           practices,
                           nullptr,
                           measured_on,
                           {},
                           1,
                           1};
  EXPECT_EQ(undecided_persons(input), std::vector<std::size_t>{2});
}

}  // namespace
}  // namespace smm::outcomes::measure
