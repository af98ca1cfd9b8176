// SPDX-License-Identifier: Apache-2.0
#include "adapters/json_field.hpp"

#include "base/document_reader.hpp"

namespace smm::adapters {
namespace {

const base::Scalar* scalar_field(const base::Document& object, std::string_view name) {
  const base::Document* value = object.find(name);
  return value == nullptr ? nullptr : value->scalar();
}

}  // namespace

std::optional<std::string> text_field(const base::Document& object, std::string_view name) {
  const base::Scalar* scalar = scalar_field(object, name);
  if (scalar == nullptr || !scalar->quoted) return std::nullopt;
  return scalar->text;
}

std::string text_or_empty(const base::Document& object, std::string_view name) {
  return text_field(object, name).value_or("");
}

std::optional<std::vector<std::string>> texts_field(const base::Document& object, std::string_view name) {
  if (auto text = text_field(object, name)) return std::vector<std::string>{*text};
  const base::Document* value = object.find(name);
  if (value == nullptr || value->list() == nullptr) return std::nullopt;
  std::vector<std::string> texts;
  for (const base::Document& entry : *value->list()) {
    if (entry.scalar() == nullptr || !entry.scalar()->quoted) return std::nullopt;
    texts.push_back(entry.scalar()->text);
  }
  return texts;
}

std::optional<std::int64_t> date_field(const base::Document& object, std::string_view name) {
  constexpr double end_of_year_9999 = 253'402'300'799;
  const base::Scalar* scalar = scalar_field(object, name);
  if (scalar == nullptr || scalar->quoted) return std::nullopt;
  const auto seconds = base::parse_decimal(scalar->text);
  if (!seconds || *seconds < 0 || *seconds > end_of_year_9999) return std::nullopt;
  return static_cast<std::int64_t>(*seconds);
}

bool flag_field(const base::Document& object, std::string_view name) {
  const base::Scalar* scalar = scalar_field(object, name);
  return scalar != nullptr && scalar->text == "true";
}

}  // namespace smm::adapters
