// SPDX-License-Identifier: Apache-2.0
#include "exchange/toml.hpp"

#include <fmt/core.h>

#include <optional>
#include <sstream>
#include <utility>

// A library of headers: warnings inside it are not ours. Its result type instead of exceptions.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wshadow"
#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#define TOML_ENABLE_FORMATTERS 1
#define TOML_ENABLE_WINDOWS_COMPAT 0
#include <toml++/toml.h>
#pragma GCC diagnostic pop

#include "exchange/definition_text.hpp"
#include "exchange/problems.hpp"

namespace smm::exchange {
namespace {

constexpr std::size_t toml_byte_limit = std::size_t{4} << 20;

class TomlWalk {
 public:
  explicit TomlWalk(std::string source) : source_(std::move(source)) {}

  base::Document document(const toml::node& node, int depth) {
    if (depth > definition_depth_limit) {
      if (problems_.empty())
        problems_.emplace_back(problem::too_deep, "tables and arrays are nested deeper than 50 levels",
                               place(node));
      return {};
    }
    if (const toml::table* table = node.as_table()) return map(*table, depth);
    if (const toml::array* array = node.as_array()) return list(*array, depth);
    return {place(node), scalar(node)};
  }

  base::Place place(const toml::node& node) const { return place(node.source().begin); }
  base::Place place(const toml::source_position& at) const {
    return {source_, static_cast<int>(at.line), static_cast<int>(at.column)};
  }

  base::Problems take_problems() { return std::move(problems_); }

 private:
  base::Document map(const toml::table& table, int depth) {
    base::Map entries;
    for (const auto& [key, value] : table)
      entries.push_back({std::string(key.str()), place(key.source().begin), document(value, depth + 1)});
    return {place(table), std::move(entries)};
  }

  base::Document list(const toml::array& array, int depth) {
    base::List items;
    for (const toml::node& item : array) items.push_back(document(item, depth + 1));
    return {place(array), std::move(items)};
  }

  static base::Scalar scalar(const toml::node& node) {
    if (const auto* text = node.as_string()) return {text->get(), true};
    if (const auto* whole = node.as_integer()) return {std::to_string(whole->get()), false};
    if (const auto* number = node.as_floating_point()) return {fmt::format("{}", number->get()), false};
    if (const auto* flag = node.as_boolean()) return {flag->get() ? "true" : "false", false};
    std::ostringstream text;
    node.visit([&](const auto& value) {
      if constexpr (toml::is_chronological<decltype(value)>) text << value.get();
    });
    return {text.str(), false};
  }

  std::string source_;
  base::Problems problems_;
};

}  // namespace

base::Result<base::Document> parse_toml(std::string_view bytes, std::string source) {
  if (auto found = check_definition_text(bytes, toml_byte_limit, source)) return *std::move(found);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  toml::parse_result parsed = toml::parse(bytes, source);
  TomlWalk walk(source);
  if (!parsed)
    return base::Problem(problem::toml_syntax, std::string(parsed.error().description()),
                         walk.place(parsed.error().source().begin));
  base::Document document = walk.document(parsed.table(), 0);
  if (auto problems = walk.take_problems(); !problems.empty()) return problems;
  return document;
}

}  // namespace smm::exchange
