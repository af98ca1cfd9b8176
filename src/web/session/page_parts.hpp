// SPDX-License-Identifier: Apache-2.0
// Views of the parts that many pages are made of: the head, the fields of a form, what is wrong with it. The
// templates ui_head, ui_fields and ui_error_summary say what they take.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "web/session/endpoint.hpp"

namespace smm::web {

// A link that looks like a button; one of a few is the one to take.
struct NextStep {
  std::string label;
  std::string href;
  bool first = true;
};

struct Head {
  std::string title;
  std::string lead = {};
  std::string kicker = {};
  std::vector<NextStep> next = {};
};
void set_head(render::View& view, const Head& head);

// One thing that is wrong, and the id of the field it is about (empty: the whole).
struct FormError {
  std::string text;
  std::string field = {};
};
void set_errors(render::View& view, const std::vector<FormError>& errors);
// Of problems whose place names a field.
std::vector<FormError> form_errors(const base::Problems& problems);
// The first that is about a field; empty when none is.
std::string error_of(const std::vector<FormError>& errors, std::string_view field);

// Fields are named, and have the id, `name`.
struct Line {
  std::string name;
  std::string label;
  std::string value = {};
  std::string hint = {};
  std::string error = {};
  std::string type = "text";
  std::string autocomplete = {};
  bool optional = false;
};
render::View line_field(const Line& line);
render::View area_field(const Line& line, int rows);
render::View password_field(const Line& line);  // autocomplete: current-password or new-password
render::View code_field(const Line& line, int length);

struct Box {
  std::string value;
  std::string text;
  std::string remark = {};
  bool chosen = false;
};
render::View boxes_field(const Line& line, const std::vector<Box>& boxes);
render::View radios_field(const Line& line, const std::vector<Box>& boxes);
render::View select_field(const Line& line, const std::vector<Box>& boxes);
render::View day_field(const Line& line);  // year-month-day

void set_fields(render::View& view, render::View::List fields);

// A table (template ui_table). The first column is the rows' head.
struct Cell {
  std::string text;
  render::View tag = false;
  std::string href = {};
};
struct TableRowShown {
  std::string head;
  std::string href = {};
  std::vector<Cell> cells = {};  // one for each further column
};
void set_table(render::View& view, const std::string& caption, const std::vector<std::string>& columns,
               const std::vector<TableRowShown>& rows);

// A page around one table (template page_list).
Page list_page(const Head& head, const std::string& caption, const std::vector<std::string>& columns,
               const std::vector<TableRowShown>& rows, const std::string& nothing);

struct TagShown {
  std::string words;
  bool good = false;
  bool care = false;
  bool bad = false;
  bool active = false;
};
render::View tag_view(const TagShown& tag);

// A place where nothing is yet.
render::View empty_view(const std::string& title, const std::string& text, const NextStep& next = {"", ""});

// A text that is read and agreed to: above a form.
struct Terms {
  std::string title = {};
  std::string text = {};  // blank lines part paragraphs; empty: there are none
};

// A form on a page of its own (template page_form).
struct FormPage {
  Head head;
  std::string action;
  std::string submit;
  render::View::List fields = {};
  std::vector<FormError> errors = {};
  std::vector<http::Parameter> hidden = {};
  std::string cancel_href = {};
  bool grave = false;
  std::vector<std::string> below = {};  // notices after the form
  int status = 200;
  Terms terms = {};
};
Page form_page(FormPage form);

// Says one thing (template page_message): the texts `key`title, and where they exist lead and text, whose
// blank lines part paragraphs; with what to do next. A key ends with a dot: "page.sign_in.sent."
Page message_page(const Call& call, const std::string& key,
                  const std::vector<render::TextArgument>& arguments, const std::vector<NextStep>& next = {});

// "Nov 22, 2026, 12:04:31 p.m. UTC"
std::string utc_time(const Call& call, base::Instant when);

}  // namespace smm::web
