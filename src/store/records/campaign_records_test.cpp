// SPDX-License-Identifier: Apache-2.0
#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

SMM_RECORDS_ON_EACH_ENGINE(StoredCampaign);

TEST_P(StoredCampaign, TheOfficesWordsAreKeptByName) {
  const app::RoundText label{sample.round.id, "area.pipeline", "Pathways"};
  const app::RoundText letter{sample.round.id, "invitation", "Dear é"};
  write([&](app::Records& records) {
    records.campaign.keep({sample.round.id, "invitation", "first"});
    records.campaign.keep(letter);
    records.campaign.keep(label);
    records.campaign.keep({sample.round.id, "reminder", "gone soon"});
    records.campaign.keep({sample.round.id, "reminder", ""});
    records.campaign.keep({sample.round.id, "never", ""});
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.campaign.texts(sample.round.id), (std::vector{label, letter}));
    EXPECT_EQ(records.campaign.text(sample.round.id, "invitation"), "Dear é");
    EXPECT_EQ(records.campaign.text(sample.round.id, "reminder"), std::nullopt);
  });
}

TEST_P(StoredCampaign, ARemindersDayIsTakenOnce) {
  const app::Reminder reminder{sample.round.id, 1, "2026-06-01", "not_answered", {}};
  write([&](app::Records& records) {
    records.campaign.keep({sample.round.id, 1, "2026-05-01", "not_submitted", base::Instant{3}});
    records.campaign.keep(reminder);
    records.campaign.keep({sample.round.id, 2, "2026-06-02", "not_submitted", {}});
    records.campaign.remove_reminder(sample.round.id, 2);
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.campaign.reminders(sample.round.id), std::vector{reminder});
  });
  write([&](app::Records& records) {
    app::Reminder moved = reminder;
    moved.day = "2026-06-09";
    EXPECT_FALSE(records.campaign.take(moved, {7}));
    EXPECT_TRUE(records.campaign.take(reminder, {7}));
    EXPECT_FALSE(records.campaign.take(reminder, {8}));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.campaign.reminders(sample.round.id).front().done, base::Instant{7});
  });
}

TEST_P(StoredCampaign, CallsStandLatestFirst) {
  const auto call = [&](std::uint64_t number) {
    return app::CallNote{id_of<app::CallNoteId>(600 + number), sample.sheet, sample.ann.id,
                         {static_cast<std::int64_t>(number)},  "phone",      "Will ask the dean"};
  };
  write([&](app::Records& records) {
    records.campaign.add(call(1));
    records.campaign.add(call(2));
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.campaign.calls(sample.sheet), (std::vector{call(2), call(1)}));
    EXPECT_EQ(records.campaign.calls_of(sample.round.id), (std::vector{call(2), call(1)}));
    EXPECT_TRUE(records.campaign.calls({id_of<assessment::RoundId>(78), sample.school.id}).empty());
  });
}

}  // namespace
}  // namespace smm::store::records
