// SPDX-License-Identifier: Apache-2.0
#include "store/records/campaign_records.hpp"
#include "app/installation/round_edition.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::Reminder reminder_of(const Row& row) {
  RowReader read(row);
  return {.round = read.id<assessment::RoundId>(),
          .number = read.integer(),
          .day = read.text(),
          .audience = read.text(),
          .done = read.time_or_null()};
}

app::CallNote call_note_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::CallNoteId>(),
          .sheet = {.round = read.id<assessment::RoundId>(), .school = read.id<assessment::SchoolId>()},
          .by = read.id<assessment::PersonId>(),
          .at = read.time(),
          .way = read.text(),
          .said = read.text()};
}

}  // namespace

std::vector<app::RoundText> CampaignRecords::texts(const assessment::RoundId& round) {
  return each(queries_.rows("round_texts", columns(round)), [](const Row& row) {
    RowReader read(row);
    return app::RoundText{.round = read.id<assessment::RoundId>(), .name = read.text(), .text = read.text()};
  });
}

std::optional<std::string> CampaignRecords::text(const assessment::RoundId& round, std::string_view name) {
  if (foreseen_ != nullptr && foreseen_->part && foreseen_->part->sheet.round == round &&
      name == app::area_labels_text)
    return foreseen_->part->area_labels;
  return one(queries_.row("round_text", columns(round, name)),
             [](const Row& row) { return RowReader(row).text(); });
}

void CampaignRecords::keep(const app::RoundText& text) {
  if (text.text.empty())
    queries_.run("remove_round_text", columns(text.round, text.name));
  else
    queries_.run("keep_round_text", columns(text.round, text.name, text.text));
}

std::vector<app::Reminder> CampaignRecords::reminders(const assessment::RoundId& round) {
  return each(queries_.rows("reminders", columns(round)), reminder_of);
}

void CampaignRecords::keep(const app::Reminder& reminder) {
  queries_.run("keep_reminder",
               columns(reminder.round, reminder.number, reminder.day, reminder.audience, reminder.done));
}

void CampaignRecords::remove_reminder(const assessment::RoundId& round, std::int64_t number) {
  queries_.run("remove_reminder", columns(round, number));
}

bool CampaignRecords::take(const app::Reminder& reminder, base::Instant now) {
  return queries_.run("take_reminder", columns(now, reminder.round, reminder.number, reminder.day)) == 1;
}

std::vector<app::CallNote> CampaignRecords::calls(const app::SheetKey& sheet) {
  return each(queries_.rows("calls_of_part", columns(sheet.round, sheet.school)), call_note_of);
}

std::vector<app::CallNote> CampaignRecords::calls_of(const assessment::RoundId& round) {
  return each(queries_.rows("calls_of_round", columns(round)), call_note_of);
}

void CampaignRecords::add(const app::CallNote& call) {
  queries_.run("add_call",
               columns(call.id, call.sheet.round, call.sheet.school, call.by, call.at, call.way, call.said));
}

}  // namespace smm::store::records
