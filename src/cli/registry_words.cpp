// SPDX-License-Identifier: Apache-2.0
#include "cli/registry_words.hpp"

#include <fmt/format.h>

#include <charconv>
#include <ostream>
#include <thread>

namespace smm::cli {
namespace {

namespace registry = outcomes::registry;

std::string days_text(const registry::Provenance& provenance) {
  const std::string first = to_iso(provenance.first_day);
  const std::string last = to_iso(provenance.last_day);
  return first.empty() ? last : first + " to " + last;
}

}  // namespace

std::optional<unsigned> read_threads(const Given& given, std::ostream& err) {
  const auto text = given.value("--threads");
  if (!text) return std::max(1U, std::min(64U, std::thread::hardware_concurrency()));
  unsigned threads = 0;
  const auto read = std::from_chars(text->data(), text->data() + text->size(), threads);
  if (read.ec == std::errc() && read.ptr == text->data() + text->size() && threads >= 1 && threads <= 64)
    return threads;
  err << "smm: --threads takes a number from 1 to 64, not \"" << *text << "\"\n";
  return std::nullopt;
}

app::providers::SourceProgress ReadingProgress::counter() {
  if (!around_.progress) return {};
  return [this](std::uint64_t read, std::uint64_t all) { show(read, all); };
}

// Called by one thread at a time: whoever reads.
void ReadingProgress::show(std::uint64_t read, std::uint64_t all) {
  const auto now = std::chrono::steady_clock::now();
  if (now - shown_ < std::chrono::milliseconds(visible_ ? 250 : 1000) || read == 0) return;
  shown_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - begin_).count();
  const double rate = static_cast<double>(read) / seconds;
  const double left = static_cast<double>(all - std::min(read, all)) / rate;
  around_.err << fmt::format("\r\033[K{:.1f} of {:.1f} GB, {:.2f} GB a second, {:.0f} seconds left to read",
                             static_cast<double>(read) / 1e9, static_cast<double>(all) / 1e9, rate / 1e9,
                             left)
              << std::flush;
}

void ReadingProgress::end() {
  if (visible_) around_.err << "\r\033[K" << std::flush;
  visible_ = false;
}

void write_provenance(exchange::JsonWriter& json, const registry::Provenance& provenance) {
  json.key("id").text(provenance.id);
  json.key("source").text(provenance.source);
  json.key("source_bytes").number(provenance.source_bytes);
  json.key("source_sha256").text(provenance.source_sha256);
  json.key("first_day").text(to_iso(provenance.first_day));
  json.key("last_day").text(to_iso(provenance.last_day));
  json.key("previous").text(provenance.previous);
  json.key("rows_read").number(provenance.rows_read);
  json.key("organizations").number(provenance.organizations);
  json.key("rejected").number(provenance.rejected);
  json.key("updates").number(provenance.updates);
}

std::string provenance_lines(const registry::Provenance& provenance) {
  std::string text;
  const auto line = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) text += fmt::format("{:<15}{}\n", name, value);
  };
  line("snapshot", provenance.id);
  line("covers", days_text(provenance));
  line("source", fmt::format("{} ({} bytes)", provenance.source, provenance.source_bytes));
  line("source SHA-256", provenance.source_sha256);
  line("made over", provenance.previous);
  line("rows read", std::to_string(provenance.rows_read));
  line("organizations", std::to_string(provenance.organizations));
  line("rejected lines", std::to_string(provenance.rejected));
  if (provenance.updates > 0) line("updates", std::to_string(provenance.updates));
  return text;
}

void tell_built(const app::providers::BuiltRegistry& built, const std::string& folder, bool as_json,
                const Surroundings& around) {
  std::string text;
  if (as_json) {
    exchange::JsonWriter json(text);
    json.begin_object();
    write_provenance(json, built.provenance);
    json.key("persons").number(built.persons);
    json.key("file_bytes").number(built.file_bytes);
    json.key("changes").number(built.changes);
    json.end_object().finish();
  } else {
    text = provenance_lines(built.provenance);
    text += fmt::format("{:<15}{}\n{:<15}{}\n", "persons", built.persons, "bytes", built.file_bytes);
    if (!built.provenance.previous.empty()) text += fmt::format("{:<15}{}\n", "changes", built.changes);
    if (built.provenance.rejected > 0)
      text += fmt::format("The rejected lines are in {}/rejected.csv.\n", folder);
  }
  around.out << text;
}

}  // namespace smm::cli
