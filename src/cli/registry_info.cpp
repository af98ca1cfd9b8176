// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "app/providers/open_registry.hpp"
#include "cli/command.hpp"
#include "cli/registry_words.hpp"

namespace smm::cli {
namespace {

std::string info_json(const app::providers::OpenRegistry& open) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  write_provenance(json, open.snapshot.provenance());
  json.key("persons").number(open.snapshot.persons());
  json.key("bare_deactivations").number(open.snapshot.bare_deactivations());
  json.key("file_bytes").number(open.file->bytes().size());
  json.key("sections").begin_array();
  for (const auto& section : open.snapshot.sections()) {
    json.begin_object();
    json.key("name").text(name_of(static_cast<outcomes::registry::Section>(section.section)));
    json.key("bytes").number(section.length);
    std::string hash;
    for (const unsigned char byte : section.sha256) hash += fmt::format("{:02x}", byte);
    json.key("sha256").text(hash);
    json.end_object();
  }
  json.end_array().end_object().finish();
  return text;
}

std::string info_text(const app::providers::OpenRegistry& open) {
  return provenance_lines(open.snapshot.provenance()) +
         fmt::format("{:<15}{}\n{:<15}{}\n{:<15}{}\n", "persons", open.snapshot.persons(), "numbers gone",
                     open.snapshot.bare_deactivations(), "bytes", open.file->bytes().size());
}

int run_registry_info(const Given& given, const Surroundings& around) {
  const auto open = app::providers::open_registry(around.registry_files, given.text("DIR"));
  if (!open) return report_problems(open.problems(), around.err);
  if (given.has("--verify")) {
    const auto changed = open->snapshot.verify();
    for (const std::string& section : changed)
      around.err << "snapshot_damaged: the section " << section << " was changed since it was made\n";
    if (!changed.empty()) return problem_with_input;
  }
  around.out << (given.has("--json") ? info_json(*open) : info_text(*open));
  return done;
}

}  // namespace

Command registry_info_command() {
  return {"registry info",
          "Tell what a registry holds, and where it came from",
          "smm registry info registry --verify",
          {{"DIR", "Folder of the registry, or a snapshot file"}},
          {{"--verify", "", "Also hash every section and compare"},
           {"--json", "", "Write JSON, with the sections"}},
          run_registry_info};
}

}  // namespace smm::cli
