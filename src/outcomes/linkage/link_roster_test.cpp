// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/link_roster.hpp"

#include <gtest/gtest.h>

#include <set>

#include "base/random.hpp"
#include "exchange/csv.hpp"
#include "exchange/json.hpp"
#include "outcomes/linkage/decisions.hpp"
#include "outcomes/linkage/first_name_postings.hpp"
#include "outcomes/linkage/graduate_model.hpp"
#include "outcomes/linkage/name_dependence.hpp"
#include "outcomes/linkage/problems.hpp"
#include "outcomes/registry/sample_registry_test.hpp"

namespace smm::outcomes::linkage {
namespace {

std::string npi_of(std::uint32_t number) {
  const std::uint32_t nine = 100000000 + number;
  return std::to_string(nine) + std::to_string(registry::npi_check_digit(nine));
}

registry::SampleRow physician(std::uint32_t number, const std::string& last, const std::string& first,
                              const std::string& middle, const std::string& sex) {
  registry::SampleRow row = registry::sample_person(npi_of(number), last, first);
  row["Provider Middle Name"] = middle;
  row["Provider Sex Code"] = sex;
  row["Provider Credential Text"] = "M.D.";
  return row;
}

// Four hundred strangers, and the persons that the tests ask for.
class LinkRoster : public ::testing::Test {
 protected:
  LinkRoster() {
    const std::vector<std::string> lasts = {"ADAMS", "BAKER", "CLARK", "DAVIS",
                                            "EVANS", "FRANK", "GHOSH", "HAYES"};
    const std::vector<std::string> firsts = {"ALICE", "BRUNO", "CARLA", "DAVID",
                                             "ELENA", "FELIX", "GRETA", "HENRY"};
    std::vector<registry::SampleRow> rows;
    for (std::uint32_t i = 0; i < 400; ++i)
      rows.push_back(physician(1000 + i, lasts[i % 8] + std::string(1, static_cast<char>('A' + i / 64)),
                               firsts[i / 8 % 8], "", i % 2 == 0 ? "F" : "M"));
    rows.push_back(physician(1, "OKONJO", "WILLIAM", "T", "M"));
    rows.push_back(physician(2, "NAKAMURA", "KEIKO", "ANN", "F"));
    rows.back()["Provider Other Last Name"] = "ABERNATHY";
    rows.push_back(physician(3, "LINDQVIST", "SVEN", "", "M"));
    rows.push_back(physician(4, "LINDQVIST", "SVEN", "", "M"));
    rows.push_back(physician(5, "FAIRWEATHER", "PHILIPPA", "THISTLEWOOD", "F"));
    for (std::uint32_t namesake = 0; namesake < 8; ++namesake)
      rows.push_back(physician(11 + namesake, "OSTROWSKI", "HANNA", "", "F"));
    registry_ = registry::sample_registry({registry::sample_csv(rows), "", "", ""});
  }

  RosterLinkage link(const std::string& rows, LinkRosterOptions options = {}) {
    const auto table = exchange::read_table(
        "graduate_id,last,first,middle,credential,graduation_year,school_state,sex,npi\n" + rows,
        "roster.csv");
    roster_ = read_roster(*table).value();
    return link_roster(registry_.snapshot(), roster_.graduates, nicknames_, options);
  }

  registry::SampleRegistry registry_;
  Nicknames nicknames_{std::vector<std::pair<std::string, std::string>>{{"william", "bill"}}};
  Roster roster_;
};

TEST_F(LinkRoster, LinksThroughNicknamesSlipsAndFormerNames) {
  const auto linked = link(
      "a,Okonjo,Bill,T,MD,2014,NC,M,\n"
      "b,Abernathy,Keiko,Ann,MD,2014,NC,F,\n"
      "c,Nakamurra,Keiko,,MD,2014,NC,F,\n");
  EXPECT_EQ(std::to_string(linked.links[0].candidates.at(0).npi), npi_of(1));
  EXPECT_EQ(linked.links[0].state, LinkState::linked);
  EXPECT_EQ(std::to_string(linked.links[1].candidates.at(0).npi), npi_of(2));
  EXPECT_EQ(linked.links[0].candidates[0].evidence[1].level, "nickname");
  // The second and the third graduate compete for one person: together they cannot be surer than sure.
  const double both =
      linked.links[1].candidates[0].probability + linked.links[2].candidates.at(0).probability;
  EXPECT_LE(both, 1 + 1e-9);
}

TEST_F(LinkRoster, FindsNamesTheOtherWayRoundAndAMaidenNameInTheMiddle) {
  const auto linked = link("a,William,Okonjo,T,MD,2014,NC,M,\nb,Thistlewood,Philippa,,MD,2014,NC,F,\n");
  ASSERT_FALSE(linked.links[0].candidates.empty());
  EXPECT_EQ(std::to_string(linked.links[0].candidates[0].npi), npi_of(1));
  EXPECT_EQ(linked.links[0].candidates[0].evidence[0].level, "swapped");
  ASSERT_FALSE(linked.links[1].candidates.empty());
  EXPECT_EQ(std::to_string(linked.links[1].candidates[0].npi), npi_of(5));
  EXPECT_EQ(linked.links[1].candidates[0].evidence[0].level, "middle");
}

TEST_F(LinkRoster, FindsANewSurnameByAllTheRest) {
  const auto linked = link("a,Quackenbush,Keiko,Ann,MD,2014,NC,F,\n");
  ASSERT_FALSE(linked.links[0].candidates.empty());
  EXPECT_EQ(std::to_string(linked.links[0].candidates[0].npi), npi_of(2));
  EXPECT_EQ(linked.links[0].candidates[0].evidence[0].level, "different");
}

TEST_F(LinkRoster, PostingsHoldWhoeverHasTheFirstName) {
  const registry::Snapshot snapshot = registry_.snapshot();
  const RegistryIndex index(snapshot, 1);
  const std::uint32_t sven = index.given_keys().find("sven"), alice = index.given_keys().find("alice");
  const FirstNamePostings postings(index, {alice, sven, 0, sven});
  for (const std::uint32_t key : {sven, alice}) {
    std::size_t found = 0;
    for (unsigned group = 0; group < taxonomy_groups; ++group)
      for (unsigned year = 0; year < FirstNamePostings::years; ++year)
        for (const std::uint32_t place : postings.with(key, group, year)) {
          const PersonTraits& person = index.traits()[place];
          EXPECT_EQ(index.given_first(person.first), key);
          EXPECT_EQ(static_cast<unsigned>(person.group), group);
          EXPECT_EQ(person.year, year);
          ++found;
        }
    EXPECT_EQ(found, key == sven ? 2u : 56u);
  }
  EXPECT_TRUE(postings.with(index.given_keys().find("bruno"), 0, 0).empty());
}

// First names that do not depend on surnames, and a registry where every surname has one first name.
TEST(NameDependence, IsReadFromTheRegistry) {
  for (const bool together : {false, true}) {
    std::vector<registry::SampleRow> rows;
    base::Random random(5);
    for (std::uint32_t i = 0; i < 1200; ++i) {
      const char last = static_cast<char>('A' + i % 20);
      const char first = together ? last : static_cast<char>('A' + random.below(20));
      rows.push_back(physician(2000 + i, std::string("SUR") + last, std::string("GIV") + first, "", "F"));
    }
    const auto registry = registry::sample_registry({registry::sample_csv(rows), "", "", ""});
    const registry::Snapshot snapshot = registry.snapshot();
    const RegistryIndex index(snapshot, 1);
    if (together) {
      EXPECT_EQ(worth_of_independence(index), 5);
    } else {
      EXPECT_GE(worth_of_independence(index), 160);
    }
  }
}

TEST_F(LinkRoster, TellsEveryCandidateOnce) {
  const auto linked = link("a,Ostrowski,Hanna,,MD,2014,NC,F,\n");
  const GraduateLink& found = linked.links[0];
  std::set<std::uint32_t> npis;
  for (const GraduateCandidate& candidate : found.candidates) npis.insert(candidate.npi);
  for (const FurtherCandidate& candidate : found.further) {
    npis.insert(candidate.npi);
    EXPECT_NEAR(candidate.probability, found.candidates.back().probability, 1e-6);
  }
  EXPECT_EQ(found.candidates.size(), candidates_told);
  EXPECT_EQ(found.further.size(), 3u);
  EXPECT_EQ(npis.size(), 8u);
}

TEST_F(LinkRoster, NamesakesAreAmbiguousAndStrangersAreNotThere) {
  const auto linked =
      link("a,Lindqvist,Sven,,MD,,NC,M,\nb,Zzyzzx,Quentin,,MD,,NC,M,\nc,Zzyzzw,Petra,,RN,,NC,F,\n");
  EXPECT_EQ(linked.links[0].state, LinkState::ambiguous);
  ASSERT_EQ(linked.links[0].candidates.size(), 2u);
  EXPECT_NEAR(linked.links[0].candidates[0].probability, linked.links[0].candidates[1].probability, 1e-6);
  EXPECT_EQ(linked.links[1].state, LinkState::not_in_registry);
  EXPECT_TRUE(linked.links[1].candidates.empty());
  EXPECT_EQ(linked.links[2].state, LinkState::no_npi_expected);
}

TEST_F(LinkRoster, LinksUntilTheWantedShareOfLinksIsReached) {
  // Two namesakes at even odds beside a sure link: together they are right less often than 95 times of 100.
  const std::string rows = "a,Lindqvist,Sven,,MD,,NC,M,\nb,Okonjo,William,T,MD,2014,NC,M,\n";
  LinkRosterOptions strict;
  strict.accept_share = .95;
  const auto few = link(rows, strict);
  EXPECT_EQ(few.links[0].state, LinkState::ambiguous);
  EXPECT_EQ(few.links[1].state, LinkState::linked);
  EXPECT_EQ(few.accepted_from, few.links[1].candidates.at(0).probability);
  const auto by_each = link(rows);
  EXPECT_EQ(by_each.accepted_from, .9);
}

TEST_F(LinkRoster, GivenNpiDecidesBetweenNamesakesButNotAgainstTheName) {
  const auto linked = link("a,Lindqvist,Sven,,MD,2014,NC,M," + npi_of(4) +
                           "\nb,Okonjo,William,T,MD,2014,NC,M," + npi_of(2) + "\n");
  EXPECT_EQ(std::to_string(linked.links[0].candidates.at(0).npi), npi_of(4));
  EXPECT_EQ(linked.links[0].state, LinkState::linked);
  EXPECT_EQ(linked.links[1].state, LinkState::contradicted);
  EXPECT_EQ(std::to_string(linked.links[1].candidates.at(0).npi), npi_of(1));
}

TEST_F(LinkRoster, DecisionsAreKept) {
  LinkRosterOptions options;
  options.decisions = {{"a", *registry::Npi::parse(npi_of(3)), false},
                       {"b", *registry::Npi::parse(npi_of(2)), true}};
  const auto linked = link("a,Lindqvist,Sven,,MD,2014,NC,M,\nb,Nobody,Nora,,MD,2014,NC,F,\n", options);
  EXPECT_EQ(std::to_string(linked.links[0].candidates.at(0).npi), npi_of(4));
  EXPECT_EQ(linked.links[1].state, LinkState::linked);
  EXPECT_EQ(std::to_string(linked.links[1].candidates.at(0).npi), npi_of(2));
}

TEST_F(LinkRoster, DoesNotDependOnThreadsAndDrawsBySeed) {
  const std::string rows =
      "a,Lindqvist,Sven,,MD,2014,NC,M,\nb,Okonjo,Bill,T,MD,2014,NC,M,\nc,Adamsa,Alice,,MD,2014,NC,F,\n";
  LinkRosterOptions one, three;
  one.draws = three.draws = 50;
  three.threads = 3;
  const auto first = link(rows, one), second = link(rows, three);
  ASSERT_EQ(first.draws.size(), second.draws.size());
  EXPECT_FALSE(first.draws.empty());
  for (std::size_t i = 0; i < first.draws.size(); ++i) EXPECT_EQ(first.draws[i].npi, second.draws[i].npi);
  for (std::size_t i = 0; i < first.links.size(); ++i) EXPECT_EQ(first.links[i].none, second.links[i].none);
}

TEST_F(LinkRoster, ModelsAreKeptAndRead) {
  const std::string rows = "a,Okonjo,Bill,T,MD,2014,NC,M,\nb,Lindqvist,Sven,,MD,2014,NC,M,\n";
  const auto trained = link(rows);
  const std::string json = graduate_model_json(trained.model);
  const auto read = read_graduate_model(*exchange::parse_json(json, "model.json"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->values.m, trained.model.values.m);
  LinkRosterOptions options;
  options.model = *read;
  const auto again = link(rows, options);
  EXPECT_NEAR(again.links[0].candidates.at(0).probability, trained.links[0].candidates.at(0).probability,
              1e-6);
  const auto other = read_graduate_model(*exchange::parse_json("{\"format\": \"x\"}", "model.json"));
  EXPECT_EQ(other.problems().front().code, problem::linkage_bad_model.code);
}

TEST(ReadRoster, DoubtsValuesAndRefusesRows) {
  const auto table = exchange::read_table(
      "graduate_id,last,first,graduation_year,school_state,licence_states,sex,npi\n"
      "a,de la Cruz,Ana,20x4,ZZ,NC;SC,female,1234567890\n",
      "roster.csv");
  const auto roster = read_roster(*table);
  ASSERT_TRUE(roster.ok());
  EXPECT_EQ(roster->questionable.size(), 3u);
  for (const base::Problem& problem : roster->questionable)
    EXPECT_EQ(problem.code, problem::roster_bad_value.code);
  const Graduate& graduate = roster->graduates.front();
  EXPECT_EQ(graduate.last.whole, "delacruz");
  EXPECT_EQ(graduate.licence_states, state_bit("NC") | state_bit("SC"));
  EXPECT_EQ(graduate.sex, GraduateSex::female);
  EXPECT_FALSE(graduate.npi.has_value());
  EXPECT_FALSE(read_roster(*exchange::read_table("graduate_id,last\n1,x\n", "r.csv")).ok());
  EXPECT_FALSE(read_roster(*exchange::read_table("graduate_id,last,first\n,x,y\n", "r.csv")).ok());
}

TEST(ReadRoster, NamesEveryDefectWithItsPlace) {
  const auto table = exchange::read_table(
      "graduate_id,last,first,suffix,sex,npi,license_states\n"
      "a,,Ana,,F,,NC\n"
      "b,Cruz,-,,F,,NC\n"
      "c,Cruz,Ana,PhD,F,,NC\n"
      "d,Cruz,Ana,,girl,1234567893,NC\n"
      "e,Cruz,Eva,,F,1234567893,NC\n",
      "roster.csv");
  const auto roster = read_roster(*table);
  ASSERT_TRUE(roster.ok());
  const base::Problems& found = roster->questionable;
  ASSERT_EQ(found.size(), 6u);
  EXPECT_EQ(found[0].code, problem::roster_unknown_column.code);
  for (int i = 0; i < 6; ++i) EXPECT_EQ(found[static_cast<std::size_t>(i)].place.line, i + 1);
  EXPECT_EQ(roster->graduates.size(), 5u);
}

TEST(Profession, OfCredentialsProgrammesAndTaxonomies) {
  EXPECT_EQ(profession_of("M.D.", ""), Profession::allopathic_physician);
  EXPECT_EQ(profession_of("BSN, RN, FNP-C", ""), Profession::nurse_practitioner);
  EXPECT_EQ(profession_of("", "medicine"), Profession::allopathic_physician);
  EXPECT_EQ(profession_of("", "nursing_adn"), Profession::registered_nurse);
  EXPECT_EQ(profession_of("", "Physician Assistant Studies"), Profession::physician_assistant);
  EXPECT_EQ(group_of_taxonomy("390200000X"), TaxonomyGroup::student);
  EXPECT_EQ(group_of_taxonomy("207Q00000X"), TaxonomyGroup::physician);
  EXPECT_EQ(credential_says(professions_in("MD, PHD"), Profession::allopathic_physician), 0u);
  EXPECT_EQ(credential_says(professions_in(""), Profession::dentist), 1u);
  EXPECT_EQ(credential_says(professions_in("D.O."), Profession::allopathic_physician), 2u);
}

TEST(Decisions, TheLastOneCounts) {
  const std::string npi = npi_of(7);
  const auto read =
      read_decisions(*exchange::read_table("graduate_id,npi,decision\na," + npi + ",same\na," + npi +
                                               ",different\nb," + npi + ",unsure\nc," + npi + ",\n",
                                           "d.csv"));
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(read->size(), 1u);
  EXPECT_FALSE(read->front().same);
  const auto bad = read_decisions(
      *exchange::read_table("graduate_id,npi,decision\na,12,same\na," + npi + ",maybe\n", "d.csv"));
  ASSERT_FALSE(bad.ok());
  EXPECT_EQ(bad.problems().size(), 2u);
  EXPECT_EQ(bad.problems().front().code, problem::linkage_bad_decision.code);
}

}  // namespace
}  // namespace smm::outcomes::linkage
