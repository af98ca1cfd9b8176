// SPDX-License-Identifier: Apache-2.0
#include "outcomes/linkage/graduate_model.hpp"

#include <cmath>

#include "base/document_reader.hpp"
#include "exchange/json.hpp"
#include "outcomes/linkage/problems.hpp"

namespace smm::outcomes::linkage {
namespace {

constexpr std::string_view model_format = "smm-graduate-linkage-1";

base::Problem misfit(const base::Place& place, const std::string& what) {
  return {problem::linkage_bad_model, what, place};
}

// JSON numbers may have exponents, which parse_decimal refuses.
std::optional<double> json_number(const base::Document& document) {
  if (document.scalar() == nullptr) return std::nullopt;
  const std::string& text = document.scalar()->text;
  char* end = nullptr;
  const double number = std::strtod(text.c_str(), &end);
  if (text.empty() || *end != '\0' || !std::isfinite(number)) return std::nullopt;
  return number;
}

// Shares strictly between 0 and 1, as many as expected.
bool read_shares(const base::Document* list, std::size_t expected, std::vector<double>& into) {
  if (list == nullptr || list->list() == nullptr || list->list()->size() != expected) return false;
  for (const base::Document& entry : *list->list()) {
    const auto share = json_number(entry);
    if (!share || *share <= 0 || *share > 1) return false;
    into.push_back(*share);
  }
  return true;
}

}  // namespace

std::string graduate_model_json(const GraduateModel& model) {
  const GraduateLayout layout(nullptr);
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("format").text(model_format);
  json.key("share_linked").begin_object();
  for (unsigned c = 0; c < share_classes; ++c) json.key(share_class_name(c)).number(model.values.share[c]);
  json.end_object().key("comparisons").begin_array();
  for (std::size_t g = 0; g < layout.evidence().groups().size(); ++g) {
    const LevelGroup& group = layout.evidence().groups()[g];
    json.begin_object().key("name").text(group.name).key("levels").begin_array();
    for (const std::string& level : group.levels) json.text(level);
    json.end_array().key("m").begin_array();
    for (std::size_t level = 0; level < group.levels.size(); ++level)
      json.number(model.values.m[layout.evidence().first(g) + level]);
    json.end_array().end_object();
  }
  json.end_array().end_object().finish();
  return text;
}

base::Result<GraduateModel> read_graduate_model(const base::Document& document) {
  const base::Document* format = document.find("format");
  if (format == nullptr || format->scalar() == nullptr || format->scalar()->text != model_format)
    return misfit(document.place,
                  "the file is no model of this kind (its format is not " + std::string(model_format) + ")");
  const GraduateLayout layout(nullptr);
  GraduateModel model;
  model.trained = true;
  model.values.m = {1};
  const base::Document* comparisons = document.find("comparisons");
  if (comparisons == nullptr || comparisons->list() == nullptr ||
      comparisons->list()->size() != layout.evidence().groups().size())
    return misfit(document.place, "the model compares other things than this program does");
  for (std::size_t g = 0; g < layout.evidence().groups().size(); ++g) {
    const base::Document& entry = (*comparisons->list())[g];
    const LevelGroup& group = layout.evidence().groups()[g];
    const base::Document* name = entry.find("name");
    if (name == nullptr || name->scalar() == nullptr || name->scalar()->text != group.name ||
        !read_shares(entry.find("m"), group.levels.size(), model.values.m))
      return misfit(entry.place, "expected the comparison \"" + group.name + "\" with " +
                                     std::to_string(group.levels.size()) + " shares");
  }
  const base::Document* shares = document.find("share_linked");
  for (unsigned c = 0; c < share_classes; ++c) {
    const base::Document* share = shares == nullptr ? nullptr : shares->find(share_class_name(c));
    const auto number = share == nullptr ? std::nullopt : json_number(*share);
    if (!number || *number <= 0 || *number >= 1)
      return misfit(document.place, "share_linked lacks a share for every profession and sex");
    model.values.share.push_back(*number);
  }
  return model;
}

}  // namespace smm::outcomes::linkage
