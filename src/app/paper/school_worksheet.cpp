// SPDX-License-Identifier: Apache-2.0
#include "app/paper/school_worksheet.hpp"

#include <algorithm>

#include "app/answering/sheet_words.hpp"
#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/written_time.hpp"

namespace smm::app {
namespace {

using assessment::Right;

base::Problem no_such_worksheet() {
  return {installation_problem::not_there, "There is no such worksheet, or it is not for you"};
}

std::string time_in_round(const Installation& installation, const Hand& hand, base::Instant when,
                          const render::Texts& texts) {
  const auto time = installation.zones.local_time(hand.sheet.round.zone, when);
  return written_time(time ? *time : *installation.zones.local_time("UTC", when), texts);
}

report::Question worksheet_question(const SheetWords& words, const SheetReading& reading, std::size_t place,
                                    bool filled) {
  report::Question question = words.questions[place];
  question.programme = words.programmes[place];
  const auto& standing = reading.at[place];
  if (!standing) return question;
  question.version = standing->version;
  if (filled) question.entered = {standing->given.state, standing->given.value, standing->given.reason};
  return question;
}

void add_packets(report::Worksheet& sheet, const Hand& hand, const SheetReading& reading,
                 const SheetWords& words, const std::vector<std::size_t>& places) {
  const auto& plan = *hand.sheet.plan;
  const bool filled = sheet.owner->filled;
  for (std::size_t at = 0; at < plan.packets.size(); ++at) {
    std::vector<report::Question> questions;
    for (const std::size_t place : places)
      if (plan.packet_of[place] == at) questions.push_back(worksheet_question(words, reading, place, filled));
    if (questions.empty()) continue;
    const auto& edition = hand.sheet.edition->edition;
    sheet.packets.push_back(
        report::packet_of(edition, edition.office(plan.packets[at].office), std::move(questions)));
    const auto& time = sheet.packets.back().time;
    sheet.total.items += time.items;
    sheet.total.numbers += time.numbers;
    sheet.total.answering += time.answering;
    sheet.total.gathering += time.gathering;
  }
}

std::string file_name_of(const Hand& hand, const WorksheetName& wanted) {
  return hand.sheet.school.code + "-" + hand.sheet.round.code + "-" + wanted.of + "." +
         std::string(to_string(wanted.form));
}

base::Result<base::Instant> tell_taken(Installation& installation, const Hand& hand,
                                       const WorksheetName& wanted) {
  const std::string what = wanted.of + "." + std::string(to_string(wanted.form));
  return change<base::Instant>(installation.database, installation.clock,
                               [&](Records&, base::Instant now) -> base::Result<Change<base::Instant>> {
                                 return Change<base::Instant>(now, told_by(hand, "worksheet.download", what));
                               });
}

}  // namespace

bool may_take_filled(const assessment::Standing& standing, std::string_view of) {
  if (assessment::allows(standing, Right::download)) return true;
  return of != whole_sheet && assessment::allows(standing, Right::write_own_answers);
}

std::vector<std::size_t> worksheet_places(const Hand& hand, const SheetReading& reading,
                                          std::string_view of) {
  std::vector<std::size_t> places;
  const auto& plan = *hand.sheet.plan;
  for (std::size_t place = 0; place < plan.answers.size(); ++place) {
    const bool wanted = of == whole_sheet || plan.packets[plan.packet_of[place]].office == of;
    if (wanted && reading.visible[place]) places.push_back(place);
  }
  return places;
}

report::Worksheet worksheet_of(const Hand& hand, const SheetReading& reading, const render::Texts& texts,
                               const report::WorksheetOwner& owner, std::string_view of) {
  std::vector<std::size_t> programmes;
  for (const auto& planned : hand.sheet.plan->programmes)
    programmes.push_back(planned.questionnaire.programme);
  report::Worksheet sheet = report::school_worksheet(hand.sheet.edition->edition, programmes, owner);
  sheet.programme.solo = hand.sheet.participation.solo;
  sheet.whole = of == whole_sheet;
  const auto words = sheet_words(hand.sheet.plan, texts);
  add_packets(sheet, hand, reading, *words, worksheet_places(hand, reading, of));
  return sheet;
}

base::Result<TakenWorksheet> take_worksheet(Installation& installation, const Pages& pages,
                                            PdfPrinter* printer, const Hand& hand,
                                            const WorksheetName& wanted, bool filled) {
  if (filled && !may_take_filled(hand.standing, wanted.of)) return no_such_worksheet();
  const base::Instant now = installation.clock.now();
  const auto reading = read_sheet(installation, hand, now);
  if (!reading) return reading.problems();
  if (worksheet_places(hand, *reading, wanted.of).empty()) return no_such_worksheet();
  const report::WorksheetOwner owner{hand.sheet.school.code,
                                     hand.sheet.school.name,
                                     hand.sheet.round.code,
                                     hand.sheet.round.title,
                                     hand.sheet.round.last_day,
                                     time_in_round(installation, hand, now, pages.texts),
                                     filled};
  auto bytes = worksheet_bytes(worksheet_of(hand, *reading, pages.texts, owner, wanted.of), wanted.form,
                               pages, printer);
  if (!bytes) return std::move(bytes).problems();
  // Told before it is handed out: what cannot be told is not.
  if (filled)
    if (const auto told = tell_taken(installation, hand, wanted); !told) return told.problems();
  return TakenWorksheet{file_name_of(hand, wanted), std::string(media_type_of(wanted.form)),
                        std::move(*bytes)};
}

}  // namespace smm::app
