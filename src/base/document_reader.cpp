// SPDX-License-Identifier: Apache-2.0
#include "base/document_reader.hpp"

#include <charconv>
#include <cmath>

#include "base/content_id.hpp"
#include "base/problems.hpp"

namespace smm::base {
namespace {

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string named(std::string_view key) {
  return "\"" + std::string(key) + "\"";
}

}  // namespace

std::optional<double> parse_decimal(std::string_view text) {
  if (text.empty() || text.find_first_not_of("+-.0123456789") != std::string_view::npos) return std::nullopt;
  if (text.front() == '+' || text.back() == '.') return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::int64_t> parse_integer(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

DocumentReader::DocumentReader(const Document& document, Problems& problems)
    : document_(document), problems_(problems) {
  if (document.map() == nullptr)
    problems_.emplace_back(problem::wrong_shape, "expected a map here", document.place);
}

Place DocumentReader::place(std::string_view key) const {
  const Document* found = document_.find(key);
  return found != nullptr ? found->place : document_.place;
}

bool DocumentReader::has(std::string_view key) {
  return child(key) != nullptr;
}

const Document* DocumentReader::child(std::string_view key) {
  asked_.emplace(key);
  const Document* found = document_.find(key);
  return found == nullptr || found->is_null() ? nullptr : found;
}

const Scalar* DocumentReader::scalar(std::string_view key, bool required) {
  const Document* found = child(key);
  if (found == nullptr) {
    if (required)
      problems_.emplace_back(problem::missing_field, "needs a value for " + named(key), document_.place);
    return nullptr;
  }
  if (found->scalar() == nullptr) {
    problems_.emplace_back(problem::wrong_shape, named(key) + " takes one value, not a list or map",
                           found->place);
  }
  return found->scalar();
}

std::string DocumentReader::text(std::string_view key) {
  const Scalar* found = scalar(key, true);
  if (found == nullptr) return {};
  if (blank(found->text))
    problems_.emplace_back(problem::missing_field, named(key) + " is blank", place(key));
  return found->text;
}

std::optional<std::string> DocumentReader::optional_text(std::string_view key) {
  return has(key) ? std::optional(text(key)) : std::nullopt;
}

std::string DocumentReader::id(std::string_view key) {
  std::string found = text(key);
  if (!found.empty() && !is_content_id(found)) {
    problems_.emplace_back(problem::bad_id, named(key) + ": \"" + found + "\" is not an id (a-z 0-9 _ . -)",
                           place(key));
  }
  return found;
}

std::optional<double> DocumentReader::optional_number(std::string_view key) {
  const Scalar* found = scalar(key, false);
  if (found == nullptr) return std::nullopt;
  const auto value = parse_decimal(found->text);
  if (!value)
    problems_.emplace_back(problem::bad_number, named(key) + " takes a number, not \"" + found->text + "\"",
                           place(key));
  return value.value_or(0);
}

double DocumentReader::number(std::string_view key) {
  if (!has(key))
    problems_.emplace_back(problem::missing_field, "needs a value for " + named(key), document_.place);
  return optional_number(key).value_or(0);
}

std::optional<std::int64_t> DocumentReader::optional_integer(std::string_view key) {
  const Scalar* found = scalar(key, false);
  if (found == nullptr) return std::nullopt;
  const auto value = parse_integer(found->text);
  if (!value) {
    problems_.emplace_back(problem::bad_number,
                           named(key) + " takes a whole number, not \"" + found->text + "\"", place(key));
  }
  return value.value_or(0);
}

std::int64_t DocumentReader::integer(std::string_view key) {
  if (!has(key))
    problems_.emplace_back(problem::missing_field, "needs a value for " + named(key), document_.place);
  return optional_integer(key).value_or(0);
}

bool DocumentReader::flag(std::string_view key, bool otherwise) {
  const Scalar* found = scalar(key, false);
  if (found == nullptr) return otherwise;
  if (found->text == "yes" || found->text == "true") return true;
  if (found->text == "no" || found->text == "false") return false;
  problems_.emplace_back(problem::wrong_shape, named(key) + " takes yes or no, not \"" + found->text + "\"",
                         place(key));
  return otherwise;
}

const List& DocumentReader::list(std::string_view key) {
  static const List empty;
  const Document* found = child(key);
  if (found == nullptr) return empty;
  if (found->list() == nullptr) {
    problems_.emplace_back(problem::wrong_shape, named(key) + " takes a list", found->place);
    return empty;
  }
  return *found->list();
}

std::vector<std::string> DocumentReader::ids(std::string_view key) {
  std::vector<std::string> result;
  for (const Document& entry : list(key)) {
    if (entry.scalar() == nullptr || !is_content_id(entry.scalar()->text)) {
      problems_.emplace_back(problem::bad_id, named(key) + " takes a list of ids (a-z 0-9 _ . -)",
                             entry.place);
      continue;
    }
    result.push_back(entry.scalar()->text);
  }
  return result;
}

void DocumentReader::finish() {
  if (document_.map() == nullptr) return;
  for (const MapEntry& entry : *document_.map()) {
    if (!asked_.contains(entry.key)) {
      problems_.emplace_back(problem::unknown_field, "\"" + entry.key + "\" is not known here",
                             entry.key_place);
    }
  }
}

}  // namespace smm::base
