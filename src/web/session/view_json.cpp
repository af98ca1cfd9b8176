// SPDX-License-Identifier: Apache-2.0
#include "exchange/json.hpp"
#include "web/session/answering.hpp"

namespace smm::web {
namespace {

void write_view(exchange::JsonWriter& json, const render::View& view);

struct WriteView {
  exchange::JsonWriter& json;

  void operator()(const std::string& text) const { json.text(text); }
  void operator()(bool flag) const { json.flag(flag); }
  void operator()(const render::View::List& list) const {
    json.begin_array();
    for (const render::View& each : list) write_view(json, each);
    json.end_array();
  }
  void operator()(const render::View::Map& map) const {
    json.begin_object();
    for (const auto& [name, value] : map) {
      json.key(name);
      write_view(json, value);
    }
    json.end_object();
  }
};

void write_view(exchange::JsonWriter& json, const render::View& view) {
  std::visit(WriteView{json}, view.content());
}

}  // namespace

std::string json_of(const render::View& view) {
  std::string text;
  exchange::JsonWriter json(text);
  write_view(json, view);
  json.finish();
  return text;
}

}  // namespace smm::web
