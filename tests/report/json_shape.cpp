// SPDX-License-Identifier: Apache-2.0
#include "json_shape.hpp"

#include <algorithm>
#include <cmath>
#include <regex>
#include <set>

#include "base/document_reader.hpp"

namespace smm::test {
namespace {

using base::Document;

std::string word(const Document& value) {
  return value.scalar() != nullptr ? value.scalar()->text : "";
}

class ShapeCheck {
 public:
  explicit ShapeCheck(const Document& schema) : schema_(schema) {}

  void check(const Document& rule, const Document& value, const std::string& path) {
    for (const auto& [key, place, wanted] : *rule.map()) check_keyword(key, wanted, rule, value, path);
  }

  std::vector<std::string> breaches;

 private:
  void tell(const std::string& path, const std::string& what) { breaches.push_back(path + ": " + what); }

  void check_keyword(const std::string& key, const Document& wanted, const Document& rule,
                     const Document& value, const std::string& path) {
    static const std::set<std::string> silent = {
        "$schema", "$id", "$defs", "$comment", "title", "description", "additionalProperties"};
    if (silent.contains(key)) return;
    if (key == "$ref") return check(referred(word(wanted)), value, path);
    if (key == "anyOf") return check_any(*wanted.list(), value, path);
    if (key == "type" && !has_type(value, word(wanted))) return tell(path, "not of type " + word(wanted));
    if (key == "enum" || key == "const") return check_words(key, wanted, value, path);
    if (key == "properties") return check_properties(wanted, rule, value, path);
    if (key == "required") return check_required(*wanted.list(), value, path);
    if (key == "items" || key == "minItems" || key == "maxItems") return check_list(key, wanted, value, path);
    if (key == "pattern" && !std::regex_search(word(value), std::regex(word(wanted))))
      return tell(path, "does not match " + word(wanted));
    if (key == "minimum" || key == "maximum" || key == "multipleOf")
      return check_number(key, *base::parse_decimal(word(wanted)), value, path);
    if (key != "type" && key != "pattern") tell(path, "the schema says " + key + ", which is not known here");
  }

  const Document& referred(const std::string& reference) const {
    return *schema_.find("$defs")->find(reference.substr(reference.rfind('/') + 1));
  }

  static bool has_type(const Document& value, const std::string& type) {
    if (type == "object") return value.map() != nullptr;
    if (type == "array") return value.list() != nullptr;
    if (type == "null") return value.is_null();
    const base::Scalar* scalar = value.scalar();
    if (scalar == nullptr) return false;
    if (type == "string") return scalar->quoted;
    if (scalar->quoted) return false;
    if (type == "boolean") return scalar->text == "true" || scalar->text == "false";
    if (type == "integer") return base::parse_integer(scalar->text).has_value();
    return std::regex_match(scalar->text, std::regex("-?[0-9]+(\\.[0-9]+)?"));
  }

  void check_any(const base::List& rules, const Document& value, const std::string& path) {
    const bool fits = std::ranges::any_of(rules, [&](const Document& rule) {
      ShapeCheck alone(schema_);
      alone.check(rule, value, path);
      return alone.breaches.empty();
    });
    if (!fits) tell(path, "fits none of those that are allowed");
  }

  void check_words(const std::string& key, const Document& wanted, const Document& value,
                   const std::string& path) {
    const bool fits = key == "const" ? word(wanted) == word(value)
                                     : std::ranges::any_of(*wanted.list(), [&](const Document& each) {
                                         return word(each) == word(value);
                                       });
    if (!fits) tell(path, "\"" + word(value) + "\" is not allowed");
  }

  void check_properties(const Document& wanted, const Document& rule, const Document& value,
                        const std::string& path) {
    if (value.map() == nullptr) return;
    const Document* more = rule.find("additionalProperties");
    for (const auto& [key, place, child] : *value.map()) {
      const Document* known = wanted.find(key);
      if (known != nullptr) check(*known, child, path + "/" + key);
      if (known == nullptr && more != nullptr && word(*more) == "false") tell(path, "has " + key);
    }
  }

  void check_required(const base::List& keys, const Document& value, const std::string& path) {
    for (const Document& key : keys)
      if (value.find(word(key)) == nullptr) tell(path, "lacks " + word(key));
  }

  void check_list(const std::string& key, const Document& wanted, const Document& value,
                  const std::string& path) {
    if (value.list() == nullptr) return;
    const std::size_t size = value.list()->size();
    if (key == "minItems" && size < static_cast<std::size_t>(*base::parse_integer(word(wanted))))
      tell(path, "is too short");
    if (key == "maxItems" && size > static_cast<std::size_t>(*base::parse_integer(word(wanted))))
      tell(path, "is too long");
    if (key != "items") return;
    for (std::size_t at = 0; at < size; ++at)
      check(wanted, (*value.list())[at], path + "/" + std::to_string(at));
  }

  void check_number(const std::string& key, double wanted, const Document& value, const std::string& path) {
    const auto number = base::parse_decimal(word(value));
    if (!number) return;
    const bool fits = key == "minimum"   ? *number >= wanted
                      : key == "maximum" ? *number <= wanted
                                         : std::abs(std::remainder(*number, wanted)) < 1e-9;
    if (!fits) tell(path, word(value) + " breaks " + key);
  }

  const Document& schema_;
};

}  // namespace

std::vector<std::string> breaches_of(const Document& schema, const Document& document) {
  ShapeCheck check(schema);
  check.check(schema, document, "");
  return check.breaches;
}

}  // namespace smm::test
