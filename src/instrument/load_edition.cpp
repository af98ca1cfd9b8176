// SPDX-License-Identifier: Apache-2.0
#include "instrument/load_edition.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/document_reader.hpp"
#include "crypto/hash.hpp"
#include "instrument/checks.hpp"
#include "instrument/frame_reader.hpp"
#include "instrument/item_reader.hpp"
#include "instrument/problems.hpp"
#include "instrument/text_as_written.hpp"

namespace smm::instrument {
namespace {

using base::Document;
using base::DocumentReader;
using base::Place;
using base::Problems;

struct Loading {
  const EditionSource& source;
  Edition edition;
  std::vector<ListedArea> areas;
  Problems problems;
  std::map<std::string, Place> item_places;
};

const EditionFile* file(const EditionSource& source, std::string_view path) {
  for (const EditionFile& entry : source.files) {
    if (entry.path == path) return &entry;
  }
  return nullptr;
}

std::string path_in(const EditionSource& source, std::string_view path) {
  return source.folder.empty() ? std::string(path) : source.folder + "/" + std::string(path);
}

const EditionFile* needed_file(Loading& loading, std::string_view path, const Place& asked_by) {
  const EditionFile* found = file(loading.source, path);
  if (found == nullptr) {
    const Place place = asked_by.source.empty() ? Place{path_in(loading.source, path), 0, 0} : asked_by;
    loading.problems.emplace_back(problem::edition_file_missing,
                                  "the file " + std::string(path) + " is missing", place);
  }
  return found;
}

// The place an id was first used at; reports a second use.
void claim_item_id(Loading& loading, const Item& item) {
  const bool reserved = item.id == "programme" || item.id == "profession";
  const auto [known, fresh] = loading.item_places.emplace(item.id, item.place);
  if ((fresh && !reserved) || item.id.empty()) return;
  const std::string where =
      reserved ? "a word of the routing language" : "used at " + to_string(known->second);
  loading.problems.emplace_back(problem::duplicate_id, "the item id \"" + item.id + "\" is already " + where,
                                item.place);
}

// Until routes are parsed, ask_if_text keeps its line breaks, so that problems name the right line.
void keep_route_as_written(Item& item, std::string_view bytes) {
  if (item.ask_if_text.empty()) return;
  auto written = text_as_written(bytes, item.ask_if_text, item.ask_if_place);
  if (!written) return;
  item.ask_if_text = std::move(written->text);
  item.ask_if_place = std::move(written->place);
}

void read_items(Loading& loading, DocumentReader& reader, const EditionFile& from, Section section) {
  Edition& edition = loading.edition;
  for (const Document& document : reader.list("items")) {
    Item item = read_item(document, edition, section.kind, loading.problems);
    keep_route_as_written(item, from.bytes);
    item.section = edition.sections.size();
    claim_item_id(loading, item);
    section.items.push_back(edition.items.size());
    edition.items.push_back(std::move(item));
  }
  edition.sections.push_back(std::move(section));
}

void read_section(Loading& loading, const EditionFile& from, std::string_view id_key, Section section) {
  DocumentReader reader(from.document, loading.problems);
  const std::string expected = section.id;
  section.id = reader.id(id_key);
  section.place = from.document.place;
  if (section.id != expected && !section.id.empty()) {
    loading.problems.emplace_back(
        problem::edition_file_unknown,
        "the file " + from.path + " should hold \"" + expected + "\", not \"" + section.id + "\"",
        reader.place(id_key));
  }
  if (loading.edition.section(section.id)) {
    loading.problems.emplace_back(problem::duplicate_id, "the section \"" + section.id + "\" stands twice",
                                  reader.place(id_key));
  }
  section.label = reader.text("label");
  section.intro = reader.text("intro");
  section.historic_label = reader.optional_text("historic_label").value_or("");
  if (section.kind == SectionKind::area && reader.has("domain")) {
    const std::string domain = reader.id("domain");
    const std::string& listed = loading.edition.domains[section.domain].id;
    if (domain != listed)
      loading.problems.emplace_back(
          problem::area_without_domain,
          section.id + " says domain \"" + domain + "\" but edition.yaml lists it under \"" + listed + "\"",
          reader.place("domain"));
  }
  read_items(loading, reader, from, std::move(section));
  reader.finish();
}

void read_areas(Loading& loading) {
  std::set<std::string> seen;
  for (const ListedArea& area : loading.areas) {
    if (!seen.insert(area.id).second) {
      loading.problems.emplace_back(problem::area_without_domain,
                                    "the area \"" + area.id + "\" is listed twice", area.place);
      continue;
    }
    const EditionFile* from = needed_file(loading, "areas/" + area.id + ".yaml", area.place);
    if (from == nullptr) continue;
    loading.edition.domains[area.domain].areas.push_back(loading.edition.sections.size());
    Section section;
    section.id = area.id;
    section.kind = SectionKind::area;
    section.domain = area.domain;
    read_section(loading, *from, "area", std::move(section));
  }
}

std::string stem(const std::string& path) {
  const std::size_t begin = path.rfind('/') + 1;
  return path.substr(begin, path.size() - begin - std::string_view(".yaml").size());
}

std::vector<const EditionFile*> sorted_files(const EditionSource& source) {
  std::vector<const EditionFile*> files;
  for (const EditionFile& entry : source.files) files.push_back(&entry);
  std::sort(files.begin(), files.end(), [](const auto* a, const auto* b) { return a->path < b->path; });
  return files;
}

void read_modules_and_strays(Loading& loading) {
  std::set<std::string> areas;
  for (const ListedArea& area : loading.areas) areas.insert("areas/" + area.id + ".yaml");
  const std::set<std::string> frame = {"edition.yaml", "glossary.yaml", "about.yaml"};
  for (const EditionFile* entry : sorted_files(loading.source)) {
    if (entry->path.starts_with("modules/") && entry->path.ends_with(".yaml")) {
      Section section;
      section.id = stem(entry->path);
      section.kind = SectionKind::module;
      read_section(loading, *entry, "module", std::move(section));
    } else if (entry->path.starts_with("areas/") && !areas.contains(entry->path)) {
      loading.problems.emplace_back(problem::area_without_domain,
                                    "no domain of edition.yaml lists the area in " + entry->path,
                                    entry->document.place);
    } else if (!frame.contains(entry->path) && !areas.contains(entry->path)) {
      loading.problems.emplace_back(problem::edition_file_unknown, entry->path + " is not part of an edition",
                                    entry->document.place);
    }
  }
}

void check_lock(Loading& loading) {
  const Edition& edition = loading.edition;
  const Place place{path_in(loading.source, "edition.lock"), 0, 0};
  const std::optional<std::string>& lock = loading.source.lock;
  if (edition.published && !lock) {
    loading.problems.emplace_back(problem::edition_not_locked,
                                  edition.id + " is published but has no edition.lock", place);
  }
  if (lock && lock->substr(0, lock->find_first_of(" \r\n")) != edition.hash) {
    loading.problems.emplace_back(
        problem::edition_changed,
        edition.id + " was published and must not change; make a new edition (its content hash is now " +
            edition.hash + ")",
        place);
  }
}

void read_files(Loading& loading) {
  const EditionFile* frame = needed_file(loading, "edition.yaml", {});
  const EditionFile* glossary = needed_file(loading, "glossary.yaml", {});
  const EditionFile* about = needed_file(loading, "about.yaml", {});
  if (frame != nullptr) read_frame(frame->document, loading.edition, loading.areas, loading.problems);
  if (glossary != nullptr) read_glossary(glossary->document, loading.edition, loading.problems);
  if (about != nullptr) {
    Section section;
    section.id = "about";
    section.kind = SectionKind::about;
    read_section(loading, *about, "section", std::move(section));
  }
  read_areas(loading);
  read_modules_and_strays(loading);
}

}  // namespace

std::string edition_hash(const EditionSource& source) {
  std::vector<crypto::NamedBytes> parts;
  for (const EditionFile& entry : source.files) parts.push_back({entry.path, entry.bytes});
  return crypto::sha256_hex_of_parts(std::move(parts));
}

base::Result<Edition> load_edition(const EditionSource& source) {
  Loading loading{source, {}, {}, {}, {}};
  read_files(loading);
  loading.edition.hash = edition_hash(source);
  check_lock(loading);
  check_help(loading.edition, loading.problems);
  check_points(loading.edition, loading.problems);
  check_areas(loading.edition, loading.problems);
  check_routes(loading.edition, loading.problems);
  if (loading.problems.empty()) check_time(loading.edition, loading.problems);
  base::sort_problems(loading.problems);
  if (!loading.problems.empty()) return std::move(loading.problems);
  return std::move(loading.edition);
}

}  // namespace smm::instrument
