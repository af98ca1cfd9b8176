// SPDX-License-Identifier: Apache-2.0
// parse_json must accept what nlohmann::json accepts, but for what it refuses on purpose (duplicate keys,
// depth, and NUL, which nlohmann takes for the end), and nothing else; what it read and JsonWriter wrote
// must read the same again.
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

#include "exchange/json.hpp"

namespace {

using smm::base::Document;

void expect(bool holds) {
  if (!holds) std::abort();
}

// Numbers and words are written as texts: the writer takes no number as text.
void write(smm::exchange::JsonWriter& writer, const Document& node) {
  if (node.is_null()) {
    writer.null();
  } else if (node.scalar() != nullptr) {
    writer.text(node.scalar()->text);
  } else if (node.list() != nullptr) {
    writer.begin_array();
    for (const Document& entry : *node.list()) write(writer, entry);
    writer.end_array();
  } else {
    writer.begin_object();
    for (const auto& entry : *node.map()) {
      writer.key(entry.key);
      write(writer, entry.value);
    }
    writer.end_object();
  }
}

std::string written(const Document& node) {
  std::string out;
  smm::exchange::JsonWriter writer(out);
  write(writer, node);
  writer.finish();
  return out;
}

bool holds_huge_number(const Document& node) {
  bool huge = false;
  if (const auto* scalar = node.scalar(); scalar != nullptr && !scalar->quoted) {
    const double value = std::strtod(scalar->text.c_str(), nullptr);
    return value - value != 0;  // infinite
  }
  if (node.list() != nullptr) {
    for (const Document& entry : *node.list()) huge = huge || holds_huge_number(entry);
  }
  if (node.map() != nullptr) {
    for (const auto& entry : *node.map()) huge = huge || holds_huge_number(entry.value);
  }
  return huge;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto ours = smm::exchange::parse_json(bytes, "f");
  const bool theirs = nlohmann::json::accept(bytes);
  if (!ours) {
    const std::string_view code = ours.problems().back().code;
    expect(!theirs || code == "duplicate_key" || code == "too_deep" || bytes.find('\0') != std::string::npos);
    return 0;
  }
  expect(theirs || holds_huge_number(*ours));  // nlohmann refuses 1e999
  const std::string text = written(*ours);
  const auto again = smm::exchange::parse_json(text, "f");
  expect(again.ok() && written(*again) == text);
  return 0;
}
