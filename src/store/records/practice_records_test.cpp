// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredPractice);

struct Practice {
  assessment::Round round = round_of_year("practice", 901);
  assessment::School school = school_named("invented", 902);
  app::SheetKey sheet{round.id, school.id};

  void add_to(app::Records& records, const Sample& sample) {
    round.practice = true;
    records.rounds.add(round);
    records.schools.add_practice(school, round.id);
    records.rounds.add(part_of(sheet));
    records.rounds.add(
        app::Membership{sample.ann.id, school.id, round.id, assessment::SchoolRole::dean, {1}});
    records.rounds.keep(packet_of(sheet, "dean"));
    records.schools.add_key({school.id.text(), {.key_id = "k", .sealed = "s"}});
    records.campaign.keep({round.id, "invitation", "words"});
    records.campaign.add({id_of<app::CallNoteId>(903), sheet, sample.ann.id, {1}, "phone", "said"});
    records.returned_forms.keep(
        {id_of<app::ReturnedFormId>(904), sheet, "workbook", 1, sample.ann.id, {1}, "sealed"});
    records.audit.append({school.id.text(), "actor", "school.invite", round.code, ""}, {1});
  }
};

TEST_P(StoredPractice, InventedSchoolsAreOnNoRoster) {
  Practice practice;
  write([&](app::Records& records) { practice.add_to(records, sample); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.schools.all(), std::vector{sample.school});
    EXPECT_EQ(records.schools.of_practice(practice.round.id), std::vector{practice.school});
    EXPECT_TRUE(records.schools.of_practice(sample.round.id).empty());
    EXPECT_EQ(records.schools.by_code("invented"), practice.school);
  });
}

TEST_P(StoredPractice, GoesWholeAndAlone) {
  Practice practice;
  write([&](app::Records& records) { practice.add_to(records, sample); });
  write([&](app::Records& records) { records.rounds.erase_practice(practice.round.id); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.all(), std::vector{sample.round});
    EXPECT_EQ(records.schools.by_code("invented"), std::nullopt);
    EXPECT_EQ(records.schools.key(practice.school.id.text()), std::nullopt);
    EXPECT_TRUE(records.rounds.memberships(sample.ann.id).empty());
    EXPECT_TRUE(records.campaign.texts(practice.round.id).empty());
    EXPECT_EQ(records.people.by_id(sample.ann.id), sample.ann);
    EXPECT_TRUE(records.rounds.participation(sample.sheet, false));
  });
}

TEST_P(StoredPractice, NoOtherRoundCanBeErased) {
  write([&](app::Records& records) { records.rounds.erase_practice(sample.round.id); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.rounds.all(), std::vector{sample.round});
    EXPECT_TRUE(records.rounds.participation(sample.sheet, false));
    EXPECT_FALSE(records.schools.all().empty());
  });
}

}  // namespace
}  // namespace smm::store::records
