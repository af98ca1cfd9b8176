// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredReturnedForms);

TEST_P(StoredReturnedForms, WaitUntilTheyAreRemovedOrTooOld) {
  const auto form = [&](std::uint64_t number) {
    return app::ReturnedForm{id_of<app::ReturnedFormId>(800 + number),
                             sample.sheet,
                             "keyed",
                             2,
                             sample.ann.id,
                             {static_cast<std::int64_t>(number)},
                             std::string("\0sealed", 7)};
  };
  auto second = form(2);
  write([&](app::Records& records) {
    for (const std::uint64_t number : {3U, 2U, 1U}) records.returned_forms.keep(form(number));
    second.at = {5};
    second.sealed = "other";
    records.returned_forms.keep(second);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.returned_forms.of(sample.sheet), (std::vector{form(1), form(3), second}));
    EXPECT_EQ(records.returned_forms.by_id(second.id), second);
  });
  write([&](app::Records& records) {
    records.returned_forms.sweep({3});
    records.returned_forms.remove(second.id);
    EXPECT_EQ(records.returned_forms.of(sample.sheet), std::vector{form(3)});
  });
}

}  // namespace
}  // namespace smm::store::records
