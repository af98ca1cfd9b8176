// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredCohorts);

const app::Cohort ohio_cohort{id_of<app::CohortId>(701), "ohio", "Ohio coalition"};

TEST_P(StoredCohorts, HaveSchoolsAndPeople) {
  const app::Cohort maine{id_of<app::CohortId>(702), "maine", "Maine"};
  write([&](app::Records& records) {
    records.cohorts.add(ohio_cohort);
    records.cohorts.add(maine);
    for (int twice = 0; twice < 2; ++twice) {
      records.cohorts.join(ohio_cohort.id, sample.school.id);
      records.cohorts.join(ohio_cohort.id, sample.bob.id);
    }
    records.cohorts.join(maine.id, sample.bob.id);
    records.cohorts.join(maine.id, sample.ann.id);
    records.cohorts.leave(maine.id, sample.ann.id);
    records.cohorts.leave(maine.id, sample.school.id);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.cohorts.all(), (std::vector{maine, ohio_cohort}));
    EXPECT_EQ(records.cohorts.by_code("ohio"), ohio_cohort);
    EXPECT_FALSE(records.cohorts.by_code("utah"));
    EXPECT_EQ(records.cohorts.schools(ohio_cohort.id), std::vector{sample.school.id});
    EXPECT_EQ(records.cohorts.people(maine.id), std::vector{sample.bob.id});
    EXPECT_EQ(records.cohorts.of_person(sample.bob.id), (std::vector{maine, ohio_cohort}));
    EXPECT_TRUE(records.cohorts.of_person(sample.ann.id).empty());
  });
}

TEST_P(StoredCohorts, GoWithWhoIsInThem) {
  write([&](app::Records& records) {
    records.cohorts.add(ohio_cohort);
    records.cohorts.join(ohio_cohort.id, sample.school.id);
    records.cohorts.join(ohio_cohort.id, sample.bob.id);
    records.cohorts.remove(ohio_cohort.id);
    EXPECT_TRUE(records.cohorts.all().empty());
    EXPECT_TRUE(records.cohorts.of_person(sample.bob.id).empty());
  });
}

TEST_P(StoredCohorts, ACodeIsGivenOnce) {
  write([&](app::Records& records) { records.cohorts.add(ohio_cohort); });
  EXPECT_EQ(refusal([&](app::Records& records) {
              records.cohorts.add({id_of<app::CohortId>(703), "ohio", "Other"});
            }),
            app::Refusal::taken);
}

}  // namespace
}  // namespace smm::store::records
