// SPDX-License-Identifier: Apache-2.0
#include "web/routes/shown_sheet.hpp"

#include <fmt/format.h>

#include "app/written_time.hpp"

namespace smm::web {
namespace {

app::LocalTime local(const Call& call, base::Instant when) {
  const auto time = call.installation().zones.local_time(call.where->round.zone, when);
  return time ? *time : *call.installation().zones.local_time("UTC", when);
}

// None, one, or several, in words.
std::string count_words(const render::Texts& texts, const std::string& key, std::size_t count) {
  return count == 0 ? texts(key + ".none") : texts.counted(key, static_cast<long>(count));
}

}  // namespace

app::Hand hand_of(const Call& call) {
  return {*call.actor, call.standing, *call.where};
}

std::string full_time(const Call& call, base::Instant when) {
  return app::written_time(local(call, when), call.texts());
}

std::string clock_time(const Call& call, base::Instant when) {
  const app::LocalTime time = local(call, when);
  return fmt::format("{:02}:{:02}:{:02} {}", time.hour, time.minute, time.second, time.zone);
}

QuestionShown shown_question(const Call& call, const app::SheetWords& words, const app::SheetReading& reading,
                             std::size_t place) {
  QuestionShown shown{*call.where, place, words.questions[place], {}, {}};
  const auto& planned = call.where->plan->answers[place];
  if (const auto& standing = reading.at[place]) {
    shown.given = standing->given;
    shown.outcome.base = standing->version;
    shown.history_words =
        count_words(call.texts(), "question.versions", static_cast<std::size_t>(standing->version));
  } else {
    shown.history_words = call.texts()("question.versions.none");
  }
  const auto comments = reading.comments.find(planned.place);
  shown.comments_words = count_words(call.texts(), "question.comments",
                                     comments == reading.comments.end() ? 0 : comments->second);
  shown.editable = reading.writable[place];
  shown.csrf = call.csrf();
  shown.save_href = call.where->path() + "/answers";
  shown.item_href = call.where->path() + "/questions/" + std::to_string(place + 1);
  return shown;
}

}  // namespace smm::web
