// SPDX-License-Identifier: Apache-2.0
#include "web/routes/answer_form.hpp"

#include "base/document_reader.hpp"
#include "report/worksheet_cells.hpp"

namespace smm::web {
namespace {

using assessment::GivenAnswer;
using instrument::AnswerState;
using instrument::ItemType;

// The fields of one question.
class Fields {
 public:
  Fields(const http::Parameters& form, std::string_view key) : form_(form), prefix_(std::string(key) + ".") {}

  std::string text(std::string_view name) const { return trimmed(form_.value(prefix_ + std::string(name))); }

  std::vector<std::string> texts(std::string_view name) const {
    std::vector<std::string> texts;
    for (const std::string_view value : form_.values(prefix_ + std::string(name)))
      if (std::string text = trimmed(value); !text.empty()) texts.push_back(std::move(text));
    return texts;
  }

 private:
  static std::string trimmed(std::string_view text) {
    constexpr std::string_view white = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(white);
    if (begin == std::string_view::npos) return "";
    return std::string(text.substr(begin, text.find_last_not_of(white) - begin + 1));
  }

  const http::Parameters& form_;
  std::string prefix_;
};

std::string share_text(const Fields& fields, const std::string& prefix) {
  const std::string numerator = report::bare_number(fields.text(prefix + "numerator"));
  const std::string denominator = report::bare_number(fields.text(prefix + "denominator"));
  if (!numerator.empty() || !denominator.empty()) return numerator + "/" + denominator;
  return report::bare_number(fields.text(prefix + "percent"));
}

std::string two_shares_text(const Fields& fields) {
  const std::string own = share_text(fields, "own_");
  const std::string other = share_text(fields, "other_");
  return own.empty() && other.empty() ? "" : own + "|" + other;
}

std::string joined(const std::vector<std::string>& parts, std::string_view before) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ";") + std::string(before) + part;
  return text;
}

std::string value_text(const Fields& fields, const instrument::Item& item) {
  switch (item.type) {
    case ItemType::any_of:
    case ItemType::year_grid:
      return joined(fields.texts("value"), "");
    case ItemType::share:
    case ItemType::ratio:
      return share_text(fields, "");
    case ItemType::two_shares:
      return two_shares_text(fields);
    case ItemType::count:
    case ItemType::money:
      return report::bare_number(fields.text("value"));
    default:
      return fields.text("value");
  }
}

// What is not permitted stands behind the choice; where nothing else was chosen, the choice is none.
std::string with_barred(std::string value, const Fields& fields, const instrument::Item& item) {
  const std::string barred = joined(fields.texts("barred"), "!");
  if (barred.empty()) return value;
  const bool several = item.type == ItemType::any_of || item.type == ItemType::year_grid;
  if (value.empty() && several) value = "none";
  return value.empty() ? value : value + ";" + barred;
}

}  // namespace

GivenAnswer given_in(const http::Parameters& form, std::string_view key, const instrument::Item& item) {
  const Fields fields(form, key);
  const std::string word = fields.text("state");
  const auto state = instrument::answer_state(word.empty() ? "answered" : word);
  GivenAnswer given{state.value_or(AnswerState::answered), "", ""};
  if (given.state == AnswerState::answered) given.value = with_barred(value_text(fields, item), fields, item);
  if (given.state == AnswerState::answered && given.value.empty()) return {};
  if (given.state != AnswerState::not_answered) given.reason = fields.text("reason");
  return given;
}

std::int64_t base_in(const http::Parameters& form, std::string_view key) {
  return base::parse_integer(form.value(std::string(key) + ".base")).value_or(0);
}

}  // namespace smm::web
