// SPDX-License-Identifier: Apache-2.0
#include "render/texts.hpp"

#include "base/assert.hpp"
#include "base/problems.hpp"

namespace smm::render {
namespace {

using TextMap = std::map<std::string, std::string, std::less<>>;

void collect_texts(const base::Document& node, const std::string& path, TextMap& texts,
                   base::Problems& problems) {
  if (const base::Scalar* scalar = node.scalar(); scalar != nullptr && !path.empty()) {
    texts.emplace(path, scalar->text);
  } else if (const base::Map* map = node.map()) {
    for (const base::MapEntry& entry : *map) {
      collect_texts(entry.value, path.empty() ? entry.key : path + "." + entry.key, texts, problems);
    }
  } else {
    problems.emplace_back(base::problem::wrong_shape,
                          "expected a text or a map of texts" + (path.empty() ? "" : " at " + path),
                          node.place);
  }
}

const TextArgument* argument_named(std::span<const TextArgument> arguments, std::string_view name) {
  for (const TextArgument& argument : arguments) {
    if (argument.name == name) return &argument;
  }
  return nullptr;
}

}  // namespace

base::Result<Texts> Texts::from(const base::Document& document) {
  Texts texts;
  base::Problems problems;
  collect_texts(document, "", texts.texts_, problems);
  if (!problems.empty()) return problems;
  return texts;
}

std::vector<std::string> Texts::keys() const {
  std::vector<std::string> all;
  for (const auto& [key, text] : texts_) all.push_back(key);
  return all;
}

const std::string& Texts::existing(std::string_view key) const {
  const auto found = texts_.find(key);
  if (found == texts_.end()) base::belief_broken(("text " + std::string(key)).c_str(), __FILE__, __LINE__);
  return found->second;
}

const std::string& Texts::operator()(std::string_view key) const {
  const std::string& text = existing(key);
  SMM_ASSERT(text.find('{') == std::string::npos);
  return text;
}

std::string Texts::operator()(std::string_view key, std::span<const TextArgument> arguments) const {
  const std::string& text = existing(key);
  std::string filled;
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', from)) {
    const std::size_t close = text.find('}', open);
    SMM_ASSERT(close != std::string::npos);
    const TextArgument* argument =
        argument_named(arguments, std::string_view(text).substr(open + 1, close - open - 1));
    SMM_ASSERT(argument != nullptr);
    filled.append(text, from, open - from).append(argument->value);
    from = close + 1;
  }
  return filled.append(text, from);
}

std::string Texts::counted(std::string_view key, long n) const {
  const std::string number = std::to_string(n);
  return (*this)(std::string(key) + (n == 1 ? ".one" : ".other"), {{"n", number}});
}

}  // namespace smm::render
