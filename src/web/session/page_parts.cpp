// SPDX-License-Identifier: Apache-2.0
#include "web/session/page_parts.hpp"

#include "app/written_time.hpp"
#include "web/session/paragraphs.hpp"

namespace smm::web {
namespace {

using render::View;

View text_view(const std::string& text) {
  View view;
  view.set("text", text);
  return view;
}

View field(const char* flag, const Line& line) {
  View view;
  view.set(flag, true).set("id", line.name).set("name", line.name).set("label", line.label);
  view.set("hint", line.hint).set("error", line.error).set("optional", line.optional);
  view.set("value", line.value).set("type", line.type).set("autocomplete", line.autocomplete);
  view.set("short", false);
  return view;
}

View notice_of(const std::string& text) {
  View view;
  view.set("good", false).set("care", false).set("bad", false);
  view.set("title", "").set("text", text).set("link", false);
  return view;
}

View parameter_view(const http::Parameter& parameter) {
  View view;
  view.set("name", parameter.name).set("value", parameter.value);
  return view;
}

View next_view(const NextStep& step) {
  View view;
  view.set("label", step.label).set("href", step.href).set("first", step.first);
  return view;
}

}  // namespace

void set_head(View& view, const Head& head) {
  view.set("title", head.title).set("lead", head.lead).set("kicker", head.kicker).set("head_tag", false);
  view.set("has_head_actions", !head.next.empty()).set("head_actions", render::views(head.next, next_view));
}

void set_errors(View& view, const std::vector<FormError>& errors) {
  view.set("has_errors", !errors.empty());
  view.set("errors", render::views(errors, [](const FormError& error) {
             View each = text_view(error.text);
             each.set("href", "#" + (error.field.empty() ? std::string("main") : error.field));
             return each;
           }));
}

std::vector<FormError> form_errors(const base::Problems& problems) {
  std::vector<FormError> errors;
  for (const base::Problem& problem : problems) errors.push_back({problem.sentence, problem.place.source});
  return errors;
}

std::string error_of(const std::vector<FormError>& errors, std::string_view field) {
  for (const FormError& error : errors) {
    if (error.field == field) return error.text;
  }
  return "";
}

View line_field(const Line& line) {
  return field("is_line", line);
}

View area_field(const Line& line, int rows) {
  View view = field("is_area", line);
  view.set("rows", std::to_string(rows)).set("max_length", "");
  return view;
}

View password_field(const Line& line) {
  return field("is_password", line);
}

View code_field(const Line& line, int length) {
  View view = field("is_code", line);
  view.set("length", std::to_string(length));
  return view;
}

namespace {

View choices_field(const char* flag, const Line& line, const std::vector<Box>& boxes) {
  View view = field(flag, line);
  view.set("options", render::views(boxes, [](const Box& box) {
             View each = text_view(box.text);
             each.set("value", box.value).set("remark", box.remark).set("chosen", box.chosen);
             return each;
           }));
  return view;
}

}  // namespace

View boxes_field(const Line& line, const std::vector<Box>& boxes) {
  return choices_field("is_boxes", line, boxes);
}
View radios_field(const Line& line, const std::vector<Box>& boxes) {
  return choices_field("is_radios", line, boxes);
}
View select_field(const Line& line, const std::vector<Box>& boxes) {
  return choices_field("is_select", line, boxes);
}

View day_field(const Line& line) {
  View view = field("is_day", line);
  view.set("earliest", "").set("latest", "");
  return view;
}

View tag_view(const TagShown& tag) {
  View view;
  view.set("words", tag.words).set("good", tag.good).set("care", tag.care);
  view.set("bad", tag.bad).set("active", tag.active);
  return view;
}

View empty_view(const std::string& title, const std::string& text, const NextStep& next) {
  View action = false;
  if (!next.href.empty()) {
    action = View();
    action.set("label", next.label).set("href", next.href);
  }
  View view;
  view.set("title", title).set("text", text).set("action", std::move(action));
  return view;
}

namespace {

View cell_view(const Cell& cell, const std::string& column) {
  View view;
  view.set("column", column).set("text", cell.text).set("figure", false);
  view.set("tag", cell.tag).set("cell_href", cell.href);
  return view;
}

View row_view(const TableRowShown& row, const std::vector<std::string>& columns) {
  View::List cells;
  for (std::size_t i = 0; i < row.cells.size(); ++i) cells.push_back(cell_view(row.cells[i], columns[i + 1]));
  View view;
  view.set("head", row.head).set("href", row.href).set("cells", std::move(cells));
  return view;
}

}  // namespace

void set_table(View& view, const std::string& caption, const std::vector<std::string>& columns,
               const std::vector<TableRowShown>& rows) {
  view.set("caption", caption).set("has_rows", !rows.empty());
  view.set("columns", render::views(columns, [](const std::string& label) {
             View each;
             each.set("label", label).set("figure", false);
             return each;
           }));
  view.set("rows", render::views(rows, [&](const TableRowShown& row) { return row_view(row, columns); }));
}

Page list_page(const Head& head, const std::string& caption, const std::vector<std::string>& columns,
               const std::vector<TableRowShown>& rows, const std::string& nothing) {
  Page page{"page_list", {}, head.title};
  set_head(page.view, head);
  set_table(page.view, caption, columns, rows);
  page.view.set("nothing", empty_view(nothing, "")).set("has_pages", false).set("below", View::List());
  return page;
}

void set_fields(View& view, View::List fields) {
  for (const char* flag : {"is_line", "is_password", "is_code", "is_area", "is_select", "is_day", "is_radios",
                           "is_boxes", "is_box", "is_file"})
    view.set(flag, false);
  view.set("fields", std::move(fields));
}

Page form_page(FormPage form) {
  View view;
  set_head(view, form.head);
  set_errors(view, form.errors);
  set_fields(view, std::move(form.fields));
  view.set("has_steps", false).set("multipart", false).set("draft_form", "");
  view.set("action", form.action).set("submit", form.submit).set("grave", form.grave);
  view.set("hidden", render::views(form.hidden, parameter_view)).set("cancel_href", form.cancel_href);
  view.set("below", render::views(form.below, notice_of));
  view.set("has_terms", !form.terms.text.empty()).set("terms_title", form.terms.title);
  view.set("paragraphs", paragraph_views(form.terms.text));
  Page page{"page_form", std::move(view), form.head.title};
  page.status = form.status;
  return page;
}

Page message_page(const Call& call, const std::string& key,
                  const std::vector<render::TextArgument>& arguments, const std::vector<NextStep>& next) {
  const auto text = [&](const char* part) {
    return call.texts().has(key + part) ? call.texts()(key + part, arguments) : std::string();
  };
  const std::string title = call.texts()(key + "title", arguments);
  View view;
  set_head(view, {title, text("lead"), "", next});
  view.set("paragraphs", paragraph_views(text("text")));
  return Page{"page_message", std::move(view), title};
}

std::string utc_time(const Call& call, base::Instant when) {
  const auto local = call.installation().zones.local_time("UTC", when);
  return local ? app::written_time(*local, call.texts()) : std::string();
}

}  // namespace smm::web
