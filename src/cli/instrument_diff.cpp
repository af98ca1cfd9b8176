// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "app/editions.hpp"
#include "cli/command.hpp"
#include "exchange/json.hpp"
#include "instrument/edition_difference.hpp"

namespace smm::cli {
namespace {

using instrument::EditionDifference;
using instrument::FieldChange;

std::string shortened(const std::string& text) {
  constexpr std::size_t shown = 100;
  if (text.empty()) return "(nothing)";
  return text.size() <= shown ? text : text.substr(0, shown) + "...";
}

void print_changes(const std::vector<FieldChange>& changes, std::ostream& out) {
  for (const FieldChange& change : changes) {
    out << "  " << to_string(change.aspect) << ": " << change.field << "\n    - " << shortened(change.before)
        << "\n    + " << shortened(change.after) << '\n';
  }
}

void print_difference(const EditionDifference& difference, std::ostream& out) {
  if (difference.empty()) out << "No differences.\n";
  if (!difference.frame.empty()) out << "the edition itself\n";
  print_changes(difference.frame, out);
  for (const std::string& id : difference.added) out << "added    " << id << '\n';
  for (const std::string& id : difference.removed) out << "removed  " << id << '\n';
  for (const auto& moved : difference.moved)
    out << "moved    " << moved.id << " from " << moved.from << " to " << moved.to << '\n';
  for (const std::string& section : difference.reordered) out << "reordered " << section << '\n';
  for (const auto& item : difference.changed) {
    out << "changed  " << item.id << '\n';
    print_changes(item.changes, out);
  }
}

void write_changes(exchange::JsonWriter& json, const std::vector<FieldChange>& changes) {
  json.begin_array();
  for (const FieldChange& change : changes) {
    json.begin_object().key("aspect").text(to_string(change.aspect)).key("field").text(change.field);
    json.key("before").text(change.before).key("after").text(change.after).end_object();
  }
  json.end_array();
}

void write_ids(exchange::JsonWriter& json, std::string_view key, const std::vector<std::string>& ids) {
  json.key(key).begin_array();
  for (const std::string& id : ids) json.text(id);
  json.end_array();
}

std::string difference_json(const EditionDifference& difference) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object().key("frame");
  write_changes(json, difference.frame);
  write_ids(json, "added", difference.added);
  write_ids(json, "removed", difference.removed);
  json.key("moved").begin_array();
  for (const auto& moved : difference.moved) {
    json.begin_object()
        .key("id")
        .text(moved.id)
        .key("from")
        .text(moved.from)
        .key("to")
        .text(moved.to)
        .end_object();
  }
  json.end_array();
  write_ids(json, "reordered", difference.reordered);
  json.key("changed").begin_array();
  for (const auto& item : difference.changed) {
    json.begin_object().key("id").text(item.id).key("changes");
    write_changes(json, item.changes);
    json.end_object();
  }
  json.end_array().end_object();
  json.finish();
  return text;
}

int run_instrument_diff(const Given& given, const Surroundings& around) {
  const auto before = app::open_edition(around.content, around.files, given.text("A"));
  if (!before) return report_problems(before.problems(), around.err);
  const auto after = app::open_edition(around.content, around.files, given.text("B"));
  if (!after) return report_problems(after.problems(), around.err);
  const EditionDifference difference = compare_editions(*before, *after);
  if (given.has("--json")) {
    around.out << difference_json(difference);
  } else {
    print_difference(difference, around.out);
  }
  return done;
}

}  // namespace

Command instrument_diff_command() {
  return {"instrument diff",
          "Show what changed between two editions, item by item",
          "smm instrument diff smm-2026 ./my-draft",
          {{"A", "Earlier edition: an id, or a folder named with a /"}, {"B", "Later edition, likewise"}},
          {{"--json", "", "Write JSON, with every text whole"}},
          run_instrument_diff};
}

}  // namespace smm::cli
