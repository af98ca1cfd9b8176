// SPDX-License-Identifier: Apache-2.0
#include "badge/controller.hpp"

#include <algorithm>

#include "badge/credential_words.hpp"
#include "badge/json_parts.hpp"
#include "badge/multibase.hpp"
#include "badge/problems.hpp"

namespace smm::badge {
namespace {

PublishedKey read_key(const base::Document& document, const std::string& controller,
                      base::Problems& problems) {
  ShapeReader fields(document, problems);
  fields.word("type", words::multikey);
  fields.word("controller", controller);
  PublishedKey key{fields.text("id"), ""};
  const auto bytes = from_multikey(fields.text("publicKeyMultibase"));
  if (bytes)
    key.public_key = *bytes;
  else
    problems.emplace_back(problem::badge_shape, "\"publicKeyMultibase\" is no Ed25519 key", document.place);
  fields.finish();
  return key;
}

}  // namespace

const PublishedKey* Controller::key(const std::string& name) const {
  const auto found = std::ranges::find(keys, name, &PublishedKey::name);
  return found == keys.end() ? nullptr : &*found;
}

PublishedKey published_key(const std::string& controller, const std::string& public_key) {
  return {controller + "#" + multikey(public_key), public_key};
}

std::string controller_json(const Controller& controller) {
  std::string text;
  exchange::JsonWriter json(text);
  json.begin_object();
  write_contexts(json, {words::controller_context});
  json.key("id").text(controller.id).key("assertionMethod").begin_array();
  for (const PublishedKey& key : controller.keys) {
    json.begin_object().key("id").text(key.name).key("type").text(words::multikey);
    json.key("controller").text(controller.id);
    json.key("publicKeyMultibase").text(multikey(key.public_key)).end_object();
  }
  json.end_array().end_object();
  json.finish();
  return text;
}

base::Result<Controller> read_controller(const base::Document& document) {
  base::Problems problems;
  ShapeReader fields(document, problems);
  fields.words("@context", {words::controller_context});
  Controller controller{fields.text("id"), {}};
  const base::Document* keys = document.find("assertionMethod");
  if (keys == nullptr || keys->list() == nullptr) {
    problems.emplace_back(problem::badge_shape, "\"assertionMethod\" is not a list", document.place);
  } else {
    for (const base::Document& key : *keys->list())
      controller.keys.push_back(read_key(key, controller.id, problems));
  }
  fields.known("assertionMethod");
  fields.finish();
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return controller;
}

}  // namespace smm::badge
