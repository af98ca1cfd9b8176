// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredAgreements);

app::KeptAgreement agreement_number(const Sample& sample, std::int64_t number) {
  return {.sheet = sample.sheet,
          .number = number,
          .agreement = {.version = "2", .sha256 = "ab12", .consents = {.listing = true}, .irb = "IRB-é 7"},
          .by = sample.ann.id,
          .at = {5000 + number}};
}

TEST_P(StoredAgreements, StandInTheirOrderAndTheLastCounts) {
  const auto first = agreement_number(sample, 1);
  auto second = agreement_number(sample, 2);
  second.agreement.consents = {.research = true, .listing = false, .story = true, .partners = true};
  write([&](app::Records& records) {
    EXPECT_FALSE(records.agreements.last(sample.sheet));
    records.agreements.add(first);
    records.agreements.add(second);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.agreements.of(sample.sheet), (std::vector{first, second}));
    EXPECT_EQ(records.agreements.last(sample.sheet), second);
    EXPECT_EQ(records.agreements.last_of_each(sample.sheet.round), std::vector{second});
    EXPECT_TRUE(records.agreements.last_of_each(id_of<assessment::RoundId>(77)).empty());
  });
}

TEST_P(StoredAgreements, AreNeverOverwritten) {
  write([&](app::Records& records) { records.agreements.add(agreement_number(sample, 1)); });
  EXPECT_EQ(refusal([&](app::Records& records) { records.agreements.add(agreement_number(sample, 1)); }),
            app::Refusal::taken);
}

}  // namespace
}  // namespace smm::store::records
