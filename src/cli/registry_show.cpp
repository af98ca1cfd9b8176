// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <ostream>

#include "app/providers/history.hpp"
#include "app/providers/open_registry.hpp"
#include "cli/command.hpp"
#include "exchange/json.hpp"
#include "outcomes/registry/person_fields.hpp"
#include "outcomes/registry/problems.hpp"

namespace smm::cli {
namespace {

namespace registry = outcomes::registry;
using History = std::vector<app::providers::DatedChange>;

std::string person_json(const registry::Snapshot& snapshot, registry::Row row, const History& history) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  json.key("snapshot").text(snapshot.provenance().id);
  for (const registry::PersonField& field : registry::person_fields())
    json.key(field.name).text(field.text(snapshot, row));
  json.key("history").begin_array();
  for (const auto& change : history) {
    json.begin_object();
    json.key("day").text(change.day).key("field").text(change.field);
    json.key("before").text(change.before).key("after").text(change.after);
    json.end_object();
  }
  json.end_array().end_object().finish();
  return text;
}

std::string person_text(const registry::Snapshot& snapshot, registry::Row row, const History& history) {
  std::string text;
  for (const registry::PersonField& field : registry::person_fields()) {
    const std::string value = field.text(snapshot, row);
    if (!value.empty()) text += fmt::format("{:<20}{}\n", field.name, value);
  }
  for (const auto& change : history)
    text +=
        fmt::format("{}  {}: \"{}\" became \"{}\"\n", change.day, change.field, change.before, change.after);
  return text;
}

// A number of which nothing but its deactivation is known.
std::optional<registry::Day> bare_day(const registry::Snapshot& snapshot, registry::Npi npi) {
  for (std::uint32_t at = 0; at < snapshot.bare_deactivations(); ++at)
    if (snapshot.bare_deactivation(at).npi == npi.number()) return snapshot.bare_deactivation(at).day;
  return std::nullopt;
}

int run_registry_show(const Given& given, const Surroundings& around) {
  const std::string folder = given.text("DIR");
  const auto npi = registry::Npi::parse(given.text("NPI"));
  if (!npi)
    return report_problems({base::Problem(registry::problem::bad_npi,
                                          "\"" + given.text("NPI") + "\" is no NPI: ten digits that check")},
                           around.err);
  const auto open = app::providers::open_registry(around.registry_files, folder);
  if (!open) return report_problems(open.problems(), around.err);
  const auto row = open->snapshot.find(*npi);
  if (!row) {
    const auto gone = bare_day(open->snapshot, *npi);
    const std::string more = gone ? "; the number was deactivated on " + to_iso(*gone) : "";
    return report_problems({base::Problem(registry::problem::npi_not_in_registry,
                                          "the registry has no person with the NPI " + npi->text() + more)},
                           around.err);
  }
  const History history = app::providers::history_of(around.files, folder, open->snapshot, *npi);
  around.out << (given.has("--json") ? person_json : person_text)(open->snapshot, *row, history);
  return done;
}

}  // namespace

Command registry_show_command() {
  return {"registry show",
          "Show what a registry knows of one NPI, and what changed",
          "smm registry show registry 1234567893",
          {{"DIR", "Folder of the registry"}, {"NPI", "National provider identifier, ten digits"}},
          {{"--json", "", "Write JSON instead of text"}},
          run_registry_show};
}

}  // namespace smm::cli
