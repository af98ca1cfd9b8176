// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <ostream>

#include "app/editions.hpp"
#include "app/resources.hpp"
#include "catalog/find_resources.hpp"
#include "cli/command.hpp"
#include "cli/problems.hpp"
#include "exchange/json.hpp"

namespace smm::cli {
namespace {

using catalog::Resource;
using instrument::Edition;

// Which of the edition's things has this id; a problem that names those there are.
template <class Things>
base::Result<std::optional<std::size_t>> chosen_of(const Given& given, const std::string& option,
                                                   const Things& things, const auto& is_offered) {
  const auto wanted = given.value(option);
  if (!wanted) return std::optional<std::size_t>();
  std::string known;
  for (std::size_t i = 0; i < things.size(); ++i) {
    if (!is_offered(things[i])) continue;
    if (things[i].id == *wanted) return std::optional<std::size_t>(i);
    known += (known.empty() ? "" : ", ") + things[i].id;
  }
  return base::Problem(problem::no_such_choice, option + " is one of " + known + ", not \"" + *wanted + "\"");
}

base::Result<std::optional<catalog::Kind>> chosen_kind(const Given& given) {
  const auto wanted = given.value("--kind");
  if (!wanted) return std::optional<catalog::Kind>();
  if (const auto kind = catalog::kind_of(*wanted)) return std::optional<catalog::Kind>(kind);
  std::string known;
  for (const auto kind : catalog::kinds())
    known += (known.empty() ? "" : ", ") + std::string(to_string(kind));
  return base::Problem(problem::no_such_choice, "--kind is one of " + known + ", not \"" + *wanted + "\"");
}

base::Result<catalog::ResourceSearch> search_of(const Given& given, const Edition& edition) {
  const auto any = [](const auto&) { return true; };
  const auto area = chosen_of(given, "--area", edition.sections, [](const auto& section) {
    return section.kind == instrument::SectionKind::area;
  });
  const auto profession = chosen_of(given, "--profession", edition.professions, any);
  const auto domain = chosen_of(given, "--domain", edition.domains, any);
  const auto kind = chosen_kind(given);
  base::Problems problems;
  const auto note = [&](const auto& result) {
    if (!result) problems.insert(problems.end(), result.problems().begin(), result.problems().end());
  };
  note(area);
  note(profession);
  note(domain);
  note(kind);
  if (!problems.empty()) return problems;
  return catalog::ResourceSearch{*area, *profession, *domain, *kind, given.text_or("--words", "")};
}

std::vector<std::string> area_ids(const Resource& resource, const Edition& edition) {
  std::vector<std::string> ids;
  for (const std::size_t area : resource.areas) ids.push_back(edition.sections[area].id);
  return ids;
}

std::vector<std::string> profession_ids(const Resource& resource, const Edition& edition) {
  if (resource.for_all) return {"all"};
  std::vector<std::string> ids;
  for (const std::size_t profession : resource.professions) ids.push_back(edition.professions[profession].id);
  return ids;
}

std::string resources_json(const std::vector<const Resource*>& found, const Edition& edition) {
  std::string text;
  exchange::JsonWriter json(text);
  const auto list = [&](std::string_view key, const std::vector<std::string>& values) {
    json.key(key).begin_array();
    for (const std::string& value : values) json.text(value);
    json.end_array();
  };
  json.begin_array();
  for (const Resource* resource : found) {
    json.begin_object().key("id").text(resource->id).key("title").text(resource->title);
    json.key("publisher").text(resource->publisher).key("address").text(resource->address);
    json.key("kind").text(to_string(resource->kind)).key("year").text(to_string(resource->published));
    list("areas", area_ids(*resource, edition));
    list("professions", profession_ids(*resource, edition));
    json.key("summary").text(resource->summary).key("note").text(resource->note);
    json.key("basis").text(to_string(resource->basis)).end_object();
  }
  json.end_array();
  json.finish();
  return text;
}

std::string joined_ids(const std::vector<std::string>& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : ", ") + id;
  return text;
}

std::string resources_text(const std::vector<const Resource*>& found, const Edition& edition) {
  std::string text;
  for (const Resource* resource : found) {
    text += resource->id + "  " + resource->title + "\n     " + resource->publisher + ", " +
            to_string(resource->published) + "; " + std::string(to_string(resource->kind)) + "; " +
            joined_ids(area_ids(*resource, edition)) + "; " + joined_ids(profession_ids(*resource, edition)) +
            "\n     " + resource->summary + "\n     " + resource->address + "\n";
  }
  return text + std::to_string(found.size()) + (found.size() == 1 ? " resource\n" : " resources\n");
}

int run_resources_list(const Given& given, const Surroundings& around) {
  const auto edition =
      app::open_edition(around.content, around.files, given.text_or("--edition", "smm-2026"));
  if (!edition) return report_problems(edition.problems(), around.err);
  const auto catalog = app::open_resources(around.content, *edition);
  if (!catalog) return report_problems(catalog.problems(), around.err);
  const auto search = search_of(given, *edition);
  if (!search) return report_problems(search.problems(), around.err);
  const auto found = catalog::find_resources(*catalog, *edition, *search);
  around.out << (given.has("--json") ? resources_json(found, *edition) : resources_text(found, *edition));
  return done;
}

}  // namespace

Command resources_list_command() {
  return {"resources list",
          "List the resource library, or the part of it that is asked for",
          "smm resources list --area climate --profession dentistry",
          {},
          {{"--area", "ID", "Those about this area"},
           {"--profession", "ID", "Those for this profession"},
           {"--kind", "WORD", "guide, tool, study, program, network, policy, course or example"},
           {"--domain", "ID", "Those about an area of this domain"},
           {"--words", "TEXT", "Those with each of these words in title, publisher or summary"},
           {"--edition", "ID", "Edition whose areas are meant; smm-2026 without it"},
           {"--json", "", "Write JSON"}},
          run_resources_list};
}

}  // namespace smm::cli
