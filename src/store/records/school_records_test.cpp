// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredSchools);

assessment::School whole_school() {
  assessment::School school = school_named("Aspen-2", 30);
  school.programmes = {"bsn"};
  school.frame = {"1", "2", "3", "4", "5", "6", "7", "8"};
  school.contacts = {{"a", "b"}, {"c", "d"}, {"e", "f"}, "g", "h"};
  return school;
}

TEST_P(StoredSchools, KeepEveryFieldAndStandByCode) {
  const assessment::School aspen = whole_school();
  const assessment::School zion = school_named("Zion", 31);
  write([&](app::Records& records) {
    records.schools.add(zion);
    records.schools.add(aspen);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.schools.by_id(aspen.id), aspen);
    EXPECT_EQ(records.schools.by_code("lakeside"), sample.school);
    EXPECT_EQ(records.schools.by_code("LAKESIDE"), std::nullopt);
    EXPECT_EQ(records.schools.by_id(id_of<assessment::SchoolId>(32)), std::nullopt);
    EXPECT_EQ(records.schools.all(), (std::vector{aspen, zion, sample.school}));
  });
}

TEST_P(StoredSchools, Change) {
  assessment::School changed = whole_school();
  changed.id = sample.school.id;
  write([&](app::Records& records) { records.schools.change(changed); });
  read([&](app::Records& records) { EXPECT_EQ(records.schools.all(), std::vector{changed}); });
  changed.id = id_of<assessment::SchoolId>(32);
  EXPECT_EQ(refusal([&](app::Records& records) { records.schools.change(changed); }), app::Refusal::missing);
}

TEST_P(StoredSchools, HaveCodesOfTheirOwn) {
  const assessment::School same = school_named("lakeside", 33);
  EXPECT_EQ(refusal([&](app::Records& records) { records.schools.add(same); }), app::Refusal::taken);
}

TEST_P(StoredSchools, HaveTheirKeysKept) {
  const app::KeptKey office{"office", {"k1", std::string("\0key", 4)}};
  const app::KeptKey old{sample.school.id.text(), {"k1", "old"}};
  const app::KeptKey anew{sample.school.id.text(), {"k2", "new"}};
  write([&](app::Records& records) {
    for (const app::KeptKey& key : {old, office, anew}) records.schools.keep_key(key);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.schools.key("office"), office.wrapped);
    EXPECT_EQ(records.schools.key("nobody"), std::nullopt);
    std::vector wanted = {anew, office};
    std::ranges::sort(wanted, {}, &app::KeptKey::owner);
    EXPECT_EQ(records.schools.keys(), wanted);
  });
}

TEST_P(StoredSchools, KeepTheKeyThatWasAddedFirst) {
  const app::KeptKey first{"office", {"k1", "first"}};
  const app::KeptKey second{"office", {"k1", "second"}};
  write([&](app::Records& records) { records.schools.add_key(first); });
  write([&](app::Records& records) { records.schools.add_key(second); });
  read([&](app::Records& records) { EXPECT_EQ(records.schools.key("office"), first.wrapped); });
}

TEST_P(StoredSchools, HaveAnInstallationThatKnowsOfItself) {
  write([&](app::Records& records) {
    EXPECT_EQ(records.settings.value("id"), std::nullopt);
    records.settings.set("id", "first");
    records.settings.set("id", "second");
  });
  read([&](app::Records& records) { EXPECT_EQ(records.settings.value("id"), "second"); });
}

}  // namespace
}  // namespace smm::store::records
