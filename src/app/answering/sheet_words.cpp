// SPDX-License-Identifier: Apache-2.0
#include "app/answering/sheet_words.hpp"

#include <map>
#include <mutex>

#include "instrument/answering_time.hpp"
#include "report/route_sentence.hpp"

namespace smm::app {
namespace {

using assessment::SheetPlan;

// The place at which a programme answers an item; any place of the item when the programme has none.
std::size_t place_of_item(const SheetPlan& plan, std::size_t item, const std::string& programme) {
  std::size_t found = plan.answers.size();
  for (std::size_t at = 0; at < plan.answers.size(); ++at) {
    if (plan.answers[at].item != item) continue;
    found = at;
    if (plan.answers[at].place.programme == programme) break;
  }
  return found;
}

report::Question question_at(const SheetPlan& plan, std::size_t place, const render::Texts& texts) {
  const instrument::Edition& edition = *plan.edition;
  report::Question question;
  question.number = static_cast<int>(place) + 1;
  question.key = key_of(plan.answers[place].place);
  question.years = assessment::years_at(plan, place);
  question.item = assessment::item_at(plan, place);
  if (!question.item.period.empty()) question.period = edition.period(question.item.period).label;
  const auto named = [&](std::size_t item) {
    const std::size_t at = place_of_item(plan, item, plan.answers[place].place.programme);
    if (at == plan.answers.size()) return report::NamedQuestion{edition.items[item].id, &edition.items[item]};
    return report::NamedQuestion{texts("question.name", {{"n", std::to_string(at + 1)}}),
                                 &assessment::item_at(plan, at)};
  };
  question.route = report::route_sentence(question.item, edition, named, texts);
  question.answering = instrument::answering_minutes(question.item);
  return question;
}

std::string programme_label(const SheetPlan& plan, std::size_t place) {
  const std::string& id = plan.answers[place].place.programme;
  if (id.empty() || plan.programmes.size() < 2) return "";
  return plan.edition->programmes[*plan.edition->programme(id)].label;
}

std::shared_ptr<const SheetWords> made(const SheetPlan& plan, const render::Texts& texts) {
  auto words = std::make_shared<SheetWords>();
  for (std::size_t place = 0; place < plan.answers.size(); ++place) {
    words->questions.push_back(question_at(plan, place, texts));
    words->programmes.push_back(programme_label(plan, place));
  }
  return words;
}

// Plans are shared and few: one for each edition and set of programmes. Each is held with its words.
struct KeptWords {
  std::mutex mutex;
  std::map<std::shared_ptr<const SheetPlan>, std::shared_ptr<const SheetWords>> by_plan;
};

}  // namespace

std::string key_of(const assessment::AnswerPlace& place) {
  return place.programme.empty() ? place.item : place.item + "@" + place.programme;
}

assessment::AnswerPlace place_of(std::string_view key) {
  const std::size_t at = key.find('@');
  if (at == std::string_view::npos) return {"", std::string(key)};
  return {std::string(key.substr(at + 1)), std::string(key.substr(0, at))};
}

std::shared_ptr<const SheetWords> sheet_words(const std::shared_ptr<const SheetPlan>& plan,
                                              const render::Texts& texts) {
  static KeptWords kept;
  const std::lock_guard lock(kept.mutex);
  auto& words = kept.by_plan[plan];
  if (!words) words = made(*plan, texts);
  return words;
}

}  // namespace smm::app
