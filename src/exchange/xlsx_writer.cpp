// SPDX-License-Identifier: Apache-2.0
#include "exchange/xlsx_writer.hpp"

#include <xlsxwriter.h>
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/lsan_interface.h>
#endif

#include <array>
#include <cerrno>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/assert.hpp"
#include "base/environment_error.hpp"
#include "exchange/xlsx_text.hpp"

namespace smm::exchange {
namespace {

constexpr std::size_t cell_character_limit = 32'767;
constexpr std::size_t style_count = 8;
constexpr std::uint32_t row_limit = LXW_ROW_MAX;
constexpr std::uint16_t column_limit = LXW_COL_MAX;

constexpr lxw_color_t heading_fill = 0xDCE6F1;
constexpr lxw_color_t input_fill = 0xFFFBE6;
constexpr lxw_color_t locked_fill = 0xF2F2F2;
constexpr lxw_color_t note_gray = 0x595959;  // 7:1 on white, WCAG AAA

void check(lxw_error error, const char* what) {
  if (error == LXW_NO_ERROR) return;
  throw base::EnvironmentError(std::string("cannot write the workbook (") + what +
                               "): " + lxw_strerror(error));
}

// A folder that only this user can read, gone with the object.
class PrivateFolder {
 public:
  PrivateFolder() {
    std::error_code failed;
    path_ = (std::filesystem::temp_directory_path(failed) / "smm-workbook-XXXXXX").string();
    if (failed || ::mkdtemp(path_.data()) == nullptr) {
      throw base::EnvironmentError(std::string("cannot make a temporary folder: ") + std::strerror(errno));
    }
  }
  ~PrivateFolder() {
    std::error_code ignored;  // what cannot be removed must not hide the result
    std::filesystem::remove_all(path_, ignored);
  }
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string whole_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file || bytes.empty()) throw base::EnvironmentError("cannot read back the workbook from " + path);
  return bytes;
}

lxw_format* wrapped(lxw_format* format) {
  format_set_text_wrap(format);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

lxw_format* boxed(lxw_format* format, lxw_color_t fill) {
  format_set_border(format, LXW_BORDER_THIN);
  format_set_pattern(format, LXW_PATTERN_SOLID);
  format_set_bg_color(format, fill);
  return wrapped(format);
}

void dress(lxw_format* format, CellStyle style) {
  switch (style) {
    case CellStyle::plain:
      break;
    case CellStyle::title:
      format_set_bold(format);
      format_set_font_size(format, 16);
      break;
    case CellStyle::heading:
      format_set_bold(boxed(format, heading_fill));
      break;
    case CellStyle::body:
      wrapped(format);
      break;
    case CellStyle::note:
      format_set_font_size(wrapped(format), 9);
      format_set_font_color(format, note_gray);
      break;
    case CellStyle::input_text:
      format_set_num_format(format, "@");
      [[fallthrough]];
    case CellStyle::input:
      format_set_unlocked(boxed(format, input_fill));
      break;
    case CellStyle::locked:
      boxed(format, locked_fill);
      break;
  }
}

lxw_worksheet* handle(void* sheet) {
  return static_cast<lxw_worksheet*>(sheet);
}

// "&" begins a code in headers and footers; the limit of 255 bytes includes the codes around the text.
std::string header_text(std::string_view text) {
  std::string out;
  for (const char character : cut_to(xml_text(text), 100)) {
    out += character;
    if (character == '&') out += '&';
  }
  return out;
}

}  // namespace

std::string_view cell_text(std::string_view text) {
  constexpr std::size_t most = 32'000;  // of Excel's 32,767 characters, which are never more than bytes
  if (text.size() <= most) return text;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

struct WorkbookState {
  PrivateFolder folder;
  std::string file = folder.path() + "/book.xlsx";
  std::string scratch = folder.path();
  lxw_workbook* book = nullptr;
  lxw_worksheet* first_visible = nullptr;
  std::array<lxw_format*, style_count> formats{};

  WorkbookState() {
    lxw_workbook_options options{};
    options.tmpdir = scratch.data();
    book = workbook_new_opt(file.c_str(), &options);
    if (book == nullptr) throw base::EnvironmentError("cannot begin a workbook: out of memory");
  }
  ~WorkbookState() {
    if (book != nullptr) lxw_workbook_free(book);
  }
  WorkbookState(const WorkbookState&) = delete;
  WorkbookState& operator=(const WorkbookState&) = delete;

  // Made when first used, so that a workbook holds only the formats it needs. Plain is no format at all.
  lxw_format* format(CellStyle style) {
    if (style == CellStyle::plain) return nullptr;
    lxw_format*& found = formats.at(static_cast<std::size_t>(style));
    if (found == nullptr) {
      found = workbook_add_format(book);
      if (found == nullptr) throw base::EnvironmentError("cannot add a cell format: out of memory");
      dress(found, style);
    }
    return found;
  }
};

Sheet& Sheet::text(std::uint32_t row, std::uint16_t column, std::string_view value, CellStyle style) {
  const std::string clean = xml_text(value);
  SMM_ASSERT(row < row_limit && column < column_limit && count_characters(clean) <= cell_character_limit);
  check(worksheet_write_string(handle(sheet_), row, column, clean.c_str(), book_->format(style)), "a text");
  return *this;
}

Sheet& Sheet::number(std::uint32_t row, std::uint16_t column, double value, CellStyle style) {
  SMM_ASSERT(row < row_limit && column < column_limit && std::isfinite(value));
  check(worksheet_write_number(handle(sheet_), row, column, value, book_->format(style)), "a number");
  return *this;
}

Sheet& Sheet::blank(std::uint32_t row, std::uint16_t column, CellStyle style) {
  SMM_ASSERT(row < row_limit && column < column_limit);
  check(worksheet_write_blank(handle(sheet_), row, column, book_->format(style)), "an empty cell");
  return *this;
}

Sheet& Sheet::merged_text(const CellRange& range, std::string_view value, CellStyle style) {
  const std::string clean = xml_text(value);
  SMM_ASSERT(count_characters(clean) <= cell_character_limit);
  check(worksheet_merge_range(handle(sheet_), range.first_row, range.first_column, range.last_row,
                              range.last_column, clean.c_str(), book_->format(style)),
        "a merged cell");
  return *this;
}

Sheet& Sheet::column_width(std::uint16_t first, std::uint16_t last, double characters) {
  check(worksheet_set_column(handle(sheet_), first, last, characters, nullptr), "a column width");
  return *this;
}

Sheet& Sheet::hide_columns(std::uint16_t first, std::uint16_t last) {
  lxw_row_col_options hidden{};
  hidden.hidden = 1;
  check(worksheet_set_column_opt(handle(sheet_), first, last, LXW_DEF_COL_WIDTH, nullptr, &hidden),
        "a hidden column");
  return *this;
}

Sheet& Sheet::row_height(std::uint32_t row, double points) {
  check(worksheet_set_row(handle(sheet_), row, points, nullptr), "a row height");
  return *this;
}

namespace {

// The library copies what it is given; the texts need to live only for the call.
void validate(void* sheet, const CellRange& range, lxw_data_validation rule, const InputMessage& message) {
  std::string title = cut_to(xml_text(message.title), 32);
  std::string text = cut_to(xml_text(message.text), 255);
  if (!text.empty()) {
    rule.input_title = title.data();
    rule.input_message = text.data();
    rule.error_title = title.data();
    rule.error_message = text.data();
  }
  check(worksheet_data_validation_range(handle(sheet), range.first_row, range.first_column, range.last_row,
                                        range.last_column, &rule),
        "a validation");
}

void validate_between(void* sheet, const CellRange& range, lxw_validation_types type, double low, double high,
                      const InputMessage& message) {
  SMM_ASSERT(low <= high);
  lxw_data_validation rule{};
  rule.validate = static_cast<std::uint8_t>(type);
  rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
  rule.minimum_number = low;
  rule.maximum_number = high;
  validate(sheet, range, rule, message);
}

}  // namespace

Sheet& Sheet::choose_from(const CellRange& range, const std::string& list, const InputMessage& message) {
  std::string formula = "=" + list;
  lxw_data_validation rule{};
  rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
  rule.value_formula = formula.data();
#ifdef __SANITIZE_ADDRESS__
  // libxlsxwriter up to 1.1.5 copies the formula of a list twice and loses the first copy, a few dozen bytes;
  // the check for leaks is kept for everything else.
  const __lsan::ScopedDisabler known_leak;
#endif
  validate(sheet_, range, rule, message);
  return *this;
}

Sheet& Sheet::whole_number(const CellRange& range, std::int64_t low, std::int64_t high,
                           const InputMessage& message) {
  validate_between(sheet_, range, LXW_VALIDATION_TYPE_INTEGER, static_cast<double>(low),
                   static_cast<double>(high), message);
  return *this;
}

Sheet& Sheet::decimal_number(const CellRange& range, double low, double high, const InputMessage& message) {
  validate_between(sheet_, range, LXW_VALIDATION_TYPE_DECIMAL, low, high, message);
  return *this;
}

Sheet& Sheet::freeze_panes(std::uint32_t rows, std::uint16_t columns) {
  worksheet_freeze_panes(handle(sheet_), rows, columns);
  return *this;
}

Sheet& Sheet::page(const PageSetup& setup) {
  lxw_worksheet* const sheet = handle(sheet_);
  setup.landscape ? worksheet_set_landscape(sheet) : worksheet_set_portrait(sheet);
  constexpr std::uint8_t letter_paper = 1;
  worksheet_set_paper(sheet, letter_paper);
  if (setup.fit_width) worksheet_fit_to_pages(sheet, 1, 0);
  if (setup.repeat_rows) {
    check(worksheet_repeat_rows(sheet, setup.repeat_rows->first, setup.repeat_rows->last), "repeated rows");
  }
  if (!setup.header.empty()) {
    check(worksheet_set_header(sheet, ("&C" + header_text(setup.header)).c_str()), "a page header");
  }
  const std::string left = setup.footer.empty() ? "" : "&L" + header_text(setup.footer);
  check(worksheet_set_footer(sheet, (left + "&RPage &P of &N").c_str()), "a page footer");
  return *this;
}

Sheet& Sheet::protect() {
  lxw_protection may{};
  may.format_columns = LXW_TRUE;
  may.format_rows = LXW_TRUE;
  worksheet_protect(handle(sheet_), nullptr, &may);
  return *this;
}

std::string Sheet::reference(const CellRange& range) const {
  std::string quoted;
  for (const char character : name_)
    quoted += character == '\'' ? std::string("''") : std::string(1, character);
  return "'" + quoted + "'!$" + column_letters(range.first_column) + "$" +
         std::to_string(range.first_row + 1) + ":$" + column_letters(range.last_column) + "$" +
         std::to_string(range.last_row + 1);
}

Workbook::Workbook(const WorkbookProperties& properties) : state_(std::make_unique<WorkbookState>()) {
  std::string title = xml_text(properties.title);
  std::string subject = xml_text(properties.subject);
  std::string author = xml_text(properties.author);
  std::string company = xml_text(properties.company);
  SMM_ASSERT(properties.created > 0);  // for 0 the library takes the clock
  lxw_doc_properties written{};
  written.title = title.data();
  written.subject = subject.data();
  written.author = author.data();
  written.company = company.data();
  written.created = static_cast<time_t>(properties.created);
  check(workbook_set_properties(state_->book, &written), "the properties");
}

Workbook::~Workbook() = default;
Workbook::Workbook(Workbook&&) noexcept = default;

Sheet Workbook::add_sheet(std::string_view name, SheetVisibility visibility) {
  SMM_ASSERT(state_->book != nullptr);
  const std::string fitting = sheet_name(name);
  SMM_ASSERT(workbook_validate_sheet_name(state_->book, fitting.c_str()) == LXW_NO_ERROR);
  lxw_worksheet* const sheet = workbook_add_worksheet(state_->book, fitting.c_str());
  if (sheet == nullptr) throw base::EnvironmentError("cannot add a sheet: out of memory");
  if (visibility == SheetVisibility::hidden) {
    worksheet_hide(sheet);
  } else if (state_->first_visible == nullptr) {
    state_->first_visible = sheet;
  }
  return {*state_, sheet, fitting};
}

void Workbook::define_name(const std::string& name, const std::string& reference) {
  check(workbook_define_name(state_->book, name.c_str(), ("=" + reference).c_str()), "a defined name");
}

std::string Workbook::finish() {
  SMM_ASSERT(state_->book != nullptr && state_->first_visible != nullptr);
  worksheet_activate(state_->first_visible);
  worksheet_set_first_sheet(state_->first_visible);
  lxw_workbook* const book = std::exchange(state_->book, nullptr);  // closing frees it, also when it fails
  check(workbook_close(book), "closing");
  return whole_file(state_->file);
}

}  // namespace smm::exchange
