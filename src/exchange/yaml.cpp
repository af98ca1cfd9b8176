// SPDX-License-Identifier: Apache-2.0
#include "exchange/yaml.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <optional>
#include <set>
#include <sstream>
#include <utility>
#include <vector>

#include "exchange/definition_text.hpp"
#include "exchange/problems.hpp"

namespace smm::exchange {
namespace {

constexpr std::size_t yaml_byte_limit = std::size_t{4} << 20;

// Thrown through yaml-cpp to end the walk where going on would make no sense.
struct StopWalk {};

// A map or list that is still being filled.
struct OpenNode {
  base::Document document;
  std::set<std::string, std::less<>> keys;   // of a map, to find duplicates
  std::optional<base::MapEntry> entry = {};  // of a map: its key is known, its value not yet
  bool duplicate = false;                    // the open entry repeats a key and will be dropped
};

// Turns yaml-cpp's events into a Document. Goes on after what can be collected (duplicate keys, anchors,
// tags), stops at what cannot.
class DocumentBuilder final : public YAML::EventHandler {
 public:
  // `end` is the place behind the last byte.
  DocumentBuilder(base::Place end, base::Problems& problems) : end_(std::move(end)), problems_(problems) {}

  base::Document take() { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    problems_.emplace_back(problem::yaml_several_documents,
                           "a second document begins here; keep one per file", place(mark));
    throw StopWalk{};
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    if (expects_key()) stop_at_key(mark);
    base::Document null;
    null.place = null_place(mark);
    attach(std::move(null));
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    problems_.emplace_back(problem::yaml_alias, "aliases (*name) are not supported; repeat the value",
                           place(mark));
    throw StopWalk{};
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (expects_key()) return open_entry(mark, value);
    attach({place(mark), base::Scalar{value, tag == "!"}});
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, base::Document(place(mark), base::List{}));
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, tag, anchor, base::Document(place(mark), base::Map{}));
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  // Not beyond the end: what is missing there is marked in the line that with_document_end() adds.
  base::Place place(const YAML::Mark& mark) const {
    return std::min(base::Place{end_.source, mark.line + 1, mark.column + 1}, end_);
  }

  // yaml-cpp marks a value that is not there at the next token, often a line further down.
  base::Place null_place(const YAML::Mark& mark) const {
    if (open_.empty()) return place(mark);
    const OpenNode& parent = open_.back();
    return parent.entry ? parent.entry->key_place : parent.document.place;
  }

  bool expects_key() const {
    return !open_.empty() && open_.back().document.map() != nullptr && !open_.back().entry;
  }

  void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == YAML::NullAnchor) return;
    problems_.emplace_back(problem::yaml_alias, "anchors (&name) are not supported; repeat the value",
                           place(mark));
  }

  // yaml-cpp itself says "?" for what has no tag and "!" for what is quoted.
  void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
    if (tag.empty() || tag == "?" || tag == "!") return;
    problems_.emplace_back(problem::yaml_tag, "tags (!name) are not supported; write the plain value",
                           place(mark));
  }

  [[noreturn]] void stop_at_key(const YAML::Mark& mark) {
    problems_.emplace_back(problem::yaml_key, "the key of a map must be a piece of text", place(mark));
    throw StopWalk{};
  }

  void open_entry(const YAML::Mark& mark, const std::string& key) {
    OpenNode& map = open_.back();
    map.duplicate = !map.keys.insert(key).second;
    if (map.duplicate) {
      problems_.emplace_back(problem::duplicate_key, "\"" + key + "\" stands twice in this map", place(mark));
    }
    map.entry = base::MapEntry{key, place(mark), {}};
  }

  void open(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor, base::Document empty) {
    refuse_anchor(mark, anchor);
    refuse_tag(mark, tag);
    if (expects_key()) stop_at_key(mark);
    if (open_.size() == definition_depth_limit) {
      problems_.emplace_back(problem::too_deep, "maps and lists are nested deeper than 50 levels",
                             place(mark));
      throw StopWalk{};
    }
    open_.push_back({std::move(empty), {}});
  }

  void close() {
    base::Document complete = std::move(open_.back().document);
    open_.pop_back();
    attach(std::move(complete));
  }

  void attach(base::Document value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    OpenNode& parent = open_.back();
    if (auto* list = std::get_if<base::List>(&parent.document.content)) {
      list->push_back(std::move(value));
      return;
    }
    parent.entry->value = std::move(value);
    if (!parent.duplicate) std::get<base::Map>(parent.document.content).push_back(*std::move(parent.entry));
    parent.entry.reset();
  }

  base::Place end_;
  base::Problems& problems_;
  std::vector<OpenNode> open_;
  base::Document root_;
  int documents_ = 0;
};

// yaml-cpp takes a quoted text that the input never closes for a finished one, swallowing the rest of the
// file; an end-of-document line makes it notice.
std::string with_document_end(std::string_view bytes) {
  std::string text(bytes);
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text + "...\n";
}

base::Problem yaml_problem(const YAML::Exception& error, std::string_view bytes, const std::string& source) {
  if (error.mark.is_null())
    return {problem::yaml_syntax, "not readable as YAML: " + error.msg, {source, 0, 0}};
  const base::Place place{source, error.mark.line + 1, error.mark.column + 1};
  if (error.msg == YAML::ErrorMsg::UNKNOWN_ANCHOR)
    return {problem::yaml_alias, "aliases (*name) are not supported", place};
  const base::Place end = place_of_offset(bytes, bytes.size(), source);
  if (place < end) return {problem::yaml_syntax, "not readable as YAML: " + error.msg, place};
  return {problem::yaml_syntax, "the input ends inside a quoted text, a list or a map that was not closed",
          end};
}

void walk_yaml(std::string_view bytes, DocumentBuilder& builder, const std::string& source,
               base::Problems& problems) {
  try {
    std::istringstream stream{with_document_end(bytes)};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const StopWalk&) {
    // The problem that stopped the walk is in the list.
  } catch (const YAML::Exception& error) {
    problems.push_back(yaml_problem(error, bytes, source));
  }
}

// YAML knows no control characters; yaml-cpp would take the byte 4 for the end of the input.
std::optional<base::Problem> control_character(std::string_view bytes, const std::string& source) {
  const auto forbidden = [](char character) {
    const auto byte = static_cast<unsigned char>(character);
    return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
  };
  const auto found = std::find_if(bytes.begin(), bytes.end(), forbidden);
  if (found == bytes.end()) return std::nullopt;
  return base::Problem(problem::forbidden_character, "a control character stands here; delete it",
                       place_of_offset(bytes, static_cast<std::size_t>(found - bytes.begin()), source));
}

}  // namespace

base::Result<base::Document> parse_yaml(std::string_view bytes, std::string source) {
  if (auto bad = check_definition_text(bytes, yaml_byte_limit, source)) return *std::move(bad);
  if (auto bad = control_character(bytes, source)) return *std::move(bad);
  base::Problems problems;
  DocumentBuilder builder(place_of_offset(bytes, bytes.size(), source), problems);
  walk_yaml(bytes, builder, source, problems);
  if (!problems.empty()) return problems;
  base::Document document = builder.take();
  if (document.is_null()) document.place = {std::move(source), 1, 1};
  return document;
}

}  // namespace smm::exchange
