// SPDX-License-Identifier: Apache-2.0
// Writes workbooks (.xlsx) that people fill in or print: a narrow wrapper of libxlsxwriter.
//
//   Workbook book({.title = "Self-assessment"});
//   Sheet lists = book.add_sheet("Lists", SheetVisibility::hidden);
//   lists.text(0, 0, "yes").text(1, 0, "no");
//   Sheet form = book.add_sheet("Form");
//   form.text(0, 0, "Is there one?", CellStyle::body).blank(0, 1, CellStyle::input);
//   form.choose_from({0, 1, 0, 1}, lists.reference({0, 0, 1, 0}), {"Answer", "Choose yes or no"});
//   std::string bytes = book.finish();
//
// Rows and columns count from 0. The same calls give the same bytes: dates come from the properties alone.
// Characters that XML forbids are dropped and bytes that are not UTF-8 become U+FFFD. A text of more than
// 32,767 characters and a cell outside the sheet are broken beliefs (SMM_ASSERT). When the library or the
// disk fails, EnvironmentError is thrown (the library writes through a private temporary folder).
// It writes no formulas: a text that begins with "=" stays a text.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace smm::exchange {

struct WorkbookProperties {
  std::string title = {};
  std::string subject = {};
  std::string author = {};
  std::string company = {};
  std::int64_t created = 946'684'800;  // seconds since 1970 UTC; by default 2000-01-01, so that bytes repeat
};

// How a cell looks and whether it can be edited once its sheet is protected (only the inputs can).
enum class CellStyle {
  plain,       // no format
  title,       // large and bold
  heading,     // bold on a fill
  body,        // wrapped text
  note,        // wrapped, small and gray
  input,       // bordered, light fill, unlocked
  input_text,  // the same, and what is typed stays text: "12/40" does not become a date
  locked,      // bordered, gray fill
};

// As much of a text as surely fits a cell: at most 32,000 bytes, cut between characters.
std::string_view cell_text(std::string_view text);

// Both corners belong to the range.
struct CellRange {
  std::uint32_t first_row = 0;
  std::uint16_t first_column = 0;
  std::uint32_t last_row = 0;
  std::uint16_t last_column = 0;
};

// Shown while a cell of a validated range is selected; a title over 32 or a text over 255 characters is cut.
struct InputMessage {
  std::string title;
  std::string text;
};

struct RowSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct PageSetup {
  bool landscape = false;
  bool fit_width = true;                              // one page wide, as many long as it takes
  std::optional<RowSpan> repeat_rows = std::nullopt;  // on top of every page
  std::string header = {};                            // centered
  std::string footer = {};                            // left; "Page 1 of 3" stands on the right
};

enum class SheetVisibility { visible, hidden };

struct WorkbookState;

// One sheet of a Workbook; a light handle that is valid until the workbook is finished or gone.
class Sheet {
 public:
  const std::string& name() const { return name_; }

  Sheet& text(std::uint32_t row, std::uint16_t column, std::string_view value,
              CellStyle style = CellStyle::plain);
  Sheet& number(std::uint32_t row, std::uint16_t column, double value, CellStyle style = CellStyle::plain);
  Sheet& blank(std::uint32_t row, std::uint16_t column, CellStyle style);
  Sheet& merged_text(const CellRange& range, std::string_view value, CellStyle style);

  Sheet& column_width(std::uint16_t first, std::uint16_t last, double characters);
  Sheet& hide_columns(std::uint16_t first, std::uint16_t last);
  Sheet& row_height(std::uint32_t row, double points);

  // Accept only what stands in the list (a reference or a defined name), or a number within bounds.
  // Lists always go by range: written inline a list of over 255 characters fails.
  Sheet& choose_from(const CellRange& range, const std::string& list, const InputMessage& message);
  Sheet& whole_number(const CellRange& range, std::int64_t low, std::int64_t high,
                      const InputMessage& message);
  Sheet& decimal_number(const CellRange& range, double low, double high, const InputMessage& message);

  Sheet& freeze_panes(std::uint32_t rows, std::uint16_t columns);  // so many stay in view
  Sheet& page(const PageSetup& setup);
  Sheet& protect();  // against slips: without a password, columns and rows can still be resized

  // "'Lists'!$A$1:$A$2"
  std::string reference(const CellRange& range) const;

 private:
  friend class Workbook;
  Sheet(WorkbookState& book, void* sheet, std::string name)
      : book_(&book), sheet_(sheet), name_(std::move(name)) {}

  WorkbookState* book_;
  void* sheet_;
  std::string name_;
};

class Workbook {
 public:
  explicit Workbook(const WorkbookProperties& properties = {});
  ~Workbook();
  Workbook(Workbook&&) noexcept;
  Workbook& operator=(Workbook&&) = delete;

  // The name is made to fit: characters that Excel forbids become "-", and it is cut to 31 characters.
  // Two sheets of one name (in any case) are a broken belief.
  Sheet add_sheet(std::string_view name, SheetVisibility visibility = SheetVisibility::visible);

  // Gives a name to Sheet::reference(...), usable in choose_from. Letters, digits, '_' and '.' only.
  void define_name(const std::string& name, const std::string& reference);

  // The bytes of the file. Needs a visible sheet; once only, nothing can be added after it.
  std::string finish();

 private:
  std::unique_ptr<WorkbookState> state_;
};

}  // namespace smm::exchange
