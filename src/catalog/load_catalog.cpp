// SPDX-License-Identifier: Apache-2.0
#include "catalog/load_catalog.hpp"

#include <algorithm>
#include <map>

#include "base/document_reader.hpp"
#include "base/problems.hpp"
#include "catalog/problems.hpp"
#include "catalog/words.hpp"
#include "instrument/problems.hpp"

namespace smm::catalog {
namespace {

using base::DocumentReader;
using base::Problems;
using instrument::Edition;

// What the files of a library are read against and into.
struct Reading {
  const Edition& edition;
  Problems& problems;
  std::map<std::string, base::Place> places = {};  // of the ids seen so far
  std::vector<Resource> resources = {};
};

std::optional<std::size_t> area_named(const Edition& edition, const std::string& id) {
  const auto section = edition.section(id);
  if (!section || edition.sections[*section].kind != instrument::SectionKind::area) return std::nullopt;
  return section;
}

std::optional<std::size_t> profession_named(const Edition& edition, const std::string& id) {
  const auto found = std::ranges::find(edition.professions, id, &instrument::Profession::id);
  if (found == edition.professions.end()) return std::nullopt;
  return static_cast<std::size_t>(found - edition.professions.begin());
}

void report_unknown(const std::string& what, const std::string& id, DocumentReader& fields,
                    std::string_view key, Reading& reading) {
  reading.problems.emplace_back(instrument::problem::unknown_id,
                                "no " + what + " \"" + id + "\" in " + reading.edition.id, fields.place(key));
}

void read_areas(DocumentReader& fields, Resource& resource, Reading& reading) {
  for (const std::string& id : fields.ids("areas")) {
    const auto area = area_named(reading.edition, id);
    if (!area) {
      report_unknown("area", id, fields, "areas", reading);
    } else if (resource.is_about(*area)) {
      reading.problems.emplace_back(problem::resource_area, "the area \"" + id + "\" is named twice",
                                    fields.place("areas"));
    } else {
      resource.areas.push_back(*area);
    }
  }
}

// "all" stands for every profession of the edition, and alone.
void read_professions(DocumentReader& fields, Resource& resource, Reading& reading) {
  const auto ids = fields.ids("professions");
  if (ids.empty())
    reading.problems.emplace_back(base::problem::missing_field,
                                  "\"professions\" names nobody; write [all] for every profession",
                                  fields.place("professions"));
  resource.for_all = ids.size() == 1 && ids.front() == "all";
  for (std::size_t i = 0; resource.for_all && i < reading.edition.professions.size(); ++i)
    resource.professions.push_back(i);
  for (const std::string& id : ids) {
    if (resource.for_all) break;
    const auto profession = profession_named(reading.edition, id);
    if (profession)
      resource.professions.push_back(*profession);
    else
      report_unknown("profession", id, fields, "professions", reading);
  }
  std::ranges::sort(resource.professions);
}

Published read_year(DocumentReader& fields, Problems& problems) {
  const std::string text = fields.text("year");
  if (text.empty() || text == "undated") return {};
  if (text == "ongoing") return {std::nullopt, true};
  const bool continues = text.ends_with('-');
  const auto year = base::parse_integer(std::string_view(text).substr(0, text.size() - (continues ? 1 : 0)));
  if (year && *year >= 1900 && *year <= 2100) return {static_cast<int>(*year), continues};
  problems.emplace_back(
      problem::resource_year,
      "\"year\" is a year, a year with a hyphen behind it, ongoing or undated, not \"" + text + "\"",
      fields.place("year"));
  return {};
}

// Which page it is can only be asked of the page; here it has to be an address at all.
bool is_web_address(std::string_view text) {
  const auto begins = [&](std::string_view scheme) { return text.starts_with(scheme); };
  if (!begins("https://") && !begins("http://")) return false;
  const std::string_view rest = text.substr(text.find("//") + 2);
  const std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
  const bool plain = std::ranges::all_of(text, [](char c) { return c > ' ' && c < 127 && c != '"'; });
  return plain && host.find('.') != std::string_view::npos && host.find('@') == std::string_view::npos &&
         host.front() != '.' && host.back() != '.';
}

std::string read_address(DocumentReader& fields, Problems& problems) {
  std::string address = fields.text("address");
  if (!address.empty() && !is_web_address(address))
    problems.emplace_back(problem::resource_address, "\"" + address + "\" is no address of a web page",
                          fields.place("address"));
  return address;
}

template <class E, std::size_t N>
E read_kind_of(DocumentReader& fields, std::string_view key, const instrument::Word<E> (&words)[N],
               Problems& problems) {
  const std::string word = fields.text(key);
  const auto value = instrument::value_of(words, word);
  if (!value && !word.empty())
    problems.emplace_back(
        instrument::problem::unknown_word,
        "\"" + std::string(key) + "\" is " + instrument::choices(words) + ", not \"" + word + "\"",
        fields.place(key));
  return value.value_or(words[0].value);
}

void read_id(DocumentReader& fields, Resource& resource, Reading& reading) {
  resource.id = fields.text("id");
  if (resource.id.empty()) return;
  const auto [known, is_new] = reading.places.try_emplace(resource.id, resource.place);
  if (!is_new)
    reading.problems.emplace_back(
        instrument::problem::duplicate_id,
        "\"" + resource.id + "\" is the id of another resource already, at " + to_string(known->second),
        fields.place("id"));
}

Resource read_resource(const base::Document& document, Reading& reading) {
  DocumentReader fields(document, reading.problems);
  Resource resource;
  resource.place = document.place;
  read_id(fields, resource, reading);
  resource.title = fields.text("title");
  resource.publisher = fields.text("publisher");
  resource.address = read_address(fields, reading.problems);
  resource.kind = read_kind_of(fields, "kind", kind_words, reading.problems);
  read_areas(fields, resource, reading);
  read_professions(fields, resource, reading);
  resource.published = read_year(fields, reading.problems);
  resource.summary = fields.text("summary");
  resource.note = fields.optional_text("note").value_or("");
  resource.basis = read_kind_of(fields, "basis", basis_words, reading.problems);
  fields.finish();
  return resource;
}

// A person who looks for the resources of an area finds them in the file of its name.
void check_file(const base::Document& document, const std::string& area, const base::Place& where,
                Reading& reading) {
  const std::string& path = document.place.source;
  const std::string name = path.substr(path.rfind('/') + 1);
  if (!area_named(reading.edition, area)) {
    reading.problems.emplace_back(instrument::problem::unknown_id,
                                  "no area \"" + area + "\" in " + reading.edition.id, where);
  } else if (name != area + ".yaml") {
    reading.problems.emplace_back(problem::resource_file,
                                  "by its area this file should be named " + area + ".yaml, not " + name,
                                  where);
  }
}

void check_main_area(const Resource& resource, const std::string& area, Reading& reading) {
  if (resource.areas.empty()) {
    reading.problems.emplace_back(problem::resource_area, "\"areas\" names no area", resource.place);
  } else if (reading.edition.sections[resource.areas.front()].id != area) {
    reading.problems.emplace_back(problem::resource_file,
                                  "\"" + resource.id + "\" belongs into the file of its first area, " +
                                      reading.edition.sections[resource.areas.front()].id + ".yaml",
                                  resource.place);
  }
}

void read_file(const base::Document& document, Reading& reading) {
  DocumentReader fields(document, reading.problems);
  const std::string area = fields.id("area");
  if (!area.empty()) check_file(document, area, fields.place("area"), reading);
  for (const base::Document& entry : fields.list("resources")) {
    reading.resources.push_back(read_resource(entry, reading));
    check_main_area(reading.resources.back(), area, reading);
  }
  fields.finish();
}

}  // namespace

base::Result<Catalog> load_catalog(const std::vector<base::Document>& documents, const Edition& edition) {
  Problems problems;
  Reading reading{edition, problems};
  for (const base::Document& document : documents) read_file(document, reading);
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  std::ranges::sort(reading.resources, {}, &Resource::id);
  return Catalog{std::move(reading.resources)};
}

}  // namespace smm::catalog
