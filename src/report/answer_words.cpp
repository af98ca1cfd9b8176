// SPDX-License-Identifier: Apache-2.0
#include "report/answer_words.hpp"

#include <algorithm>

#include "base/document_reader.hpp"
#include "report/points_words.hpp"

namespace smm::report {
namespace {

using instrument::AnswerState;
using instrument::Item;
using instrument::ItemType;

std::string label_of(const Item& item, const std::string& id) {
  const auto found = std::ranges::find(item.options, id, &instrument::Option::id);
  return found == item.options.end() ? id : found->label;
}

// "policy@2" as "Policy (year 2)".
std::string chosen_words(const Item& item, const std::string& id, const render::Texts& texts) {
  const std::size_t at = id.rfind('@');
  if (item.type != ItemType::year_grid || at == std::string::npos) return label_of(item, id);
  return texts("question.cell", {{"topic", label_of(item, id.substr(0, at))}, {"n", id.substr(at + 1)}});
}

std::string list_words(const Item& item, const std::vector<std::string>& ids, const render::Texts& texts) {
  std::string words;
  for (const std::string& id : ids) {
    const bool none = id == "none" && label_of(item, id) == id;
    words += (words.empty() ? "" : "; ") +
             (none ? texts("ui.answer.none_of_these") : chosen_words(item, id, texts));
  }
  return words;
}

std::string choice_words(const Item& item, const std::string& value, const render::Texts& texts) {
  const EnteredChoice entered = entered_choice(value);
  const std::string chosen = list_words(item, entered.chosen, texts);
  if (entered.barred.empty()) return chosen;
  return texts("question.with_barred",
               {{"chosen", chosen}, {"barred", list_words(item, entered.barred, texts)}});
}

std::string number_words(const std::string& text) {
  const auto number = base::parse_decimal(text);
  return number ? plain_number(*number) : text;
}

std::string share_words(const std::string& value, const render::Texts& texts) {
  const EnteredShare entered = entered_share(value);
  if (entered.denominator.empty()) return texts("question.percent", {{"p", number_words(entered.percent)}});
  return texts("question.share",
               {{"n", number_words(entered.numerator)}, {"d", number_words(entered.denominator)}});
}

std::string value_words(const Item& item, const std::string& value, const render::Texts& texts) {
  switch (item.type) {
    case ItemType::share:
    case ItemType::ratio:
      return share_words(value, texts);
    case ItemType::two_shares: {
      const std::size_t bar = std::min(value.find('|'), value.size());
      const std::string other = bar < value.size() ? value.substr(bar + 1) : "";
      return texts("question.two_shares",
                   {{"own", share_words(value.substr(0, bar), texts)}, {"other", share_words(other, texts)}});
    }
    case ItemType::count:
      return number_words(value);
    case ItemType::money:
      return texts("question.money", {{"n", number_words(value)}});
    case ItemType::date:
    case ItemType::text:
    case ItemType::evidence:
      return value;
    default:
      return choice_words(item, value, texts);
  }
}

}  // namespace

std::string answer_words(const Item& item, AnswerState state, const std::string& value,
                         const render::Texts& texts) {
  if (state == AnswerState::not_answered) return texts("question.nothing");
  if (state != AnswerState::answered)
    return texts("state." + std::string(instrument::to_string(state)) + ".label");
  return value_words(item, value, texts);
}

EnteredShare entered_share(std::string_view value) {
  const std::size_t slash = value.find('/');
  if (slash == std::string_view::npos) return {"", "", std::string(value)};
  return {std::string(value.substr(0, slash)), std::string(value.substr(slash + 1)), ""};
}

EnteredChoice entered_choice(std::string_view value) {
  EnteredChoice entered;
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t end = std::min(value.find(';', begin), value.size());
    const std::string_view part = value.substr(begin, end - begin);
    if (part.starts_with('!')) entered.barred.emplace_back(part.substr(1));
    if (!part.empty() && !part.starts_with('!')) entered.chosen.emplace_back(part);
    begin = end + 1;
  }
  return entered;
}

}  // namespace smm::report
