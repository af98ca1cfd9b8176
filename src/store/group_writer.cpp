// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include "store/save_queue.hpp"
#include "store/store_error.hpp"
#include "store/transaction.hpp"
#include "store/writer.hpp"

namespace smm::store {
namespace {

// What became of each save of a group, in order; nothing for those that are on disk.
using Outcomes = std::vector<std::exception_ptr>;

// One save failed in a way that took the whole transaction with it, as a full disk may.
struct GroupLost {
  std::exception_ptr cause;
};

class GroupWriter final : public Writer {
 public:
  GroupWriter(std::unique_ptr<Connection> connection, WriterLimits limits)
      : connection_(std::move(connection)),
        limits_(limits),
        queue_(limits.waiting),
        thread_([this] { work(); }) {}

  ~GroupWriter() override {
    queue_.close();
    thread_.join();
  }

  // One thread loses against nobody.
  void submit(Work work, Done done, int) override { queue_.push({std::move(work), std::move(done), 1}); }

 private:
  void work();
  Outcomes write(const std::vector<Save>& group);
  Outcomes write_together(const std::vector<Save>& group);
  Outcomes write_apart(const std::vector<Save>& group);
  std::exception_ptr attempt(const Save& save);

  std::unique_ptr<Connection> connection_;
  WriterLimits limits_;
  std::exception_ptr disk_failure_;  // only the thread's
  SaveQueue queue_;
  std::thread thread_;  // the last, since it uses all others
};

void GroupWriter::work() {
  for (auto group = queue_.take(limits_.group); !group.empty(); group = queue_.take(limits_.group)) {
    const Outcomes outcomes = write(group);
    for (std::size_t i = 0; i < group.size(); ++i) group[i].done(outcomes[i]);
  }
}

// A group fails as a whole when the write lock is not to be had, or the disk is full or failed. That it is
// full may be one save's doing, so then each is tried alone.
Outcomes GroupWriter::write(const std::vector<Save>& group) {
  if (disk_failure_) return Outcomes(group.size(), disk_failure_);
  try {
    return write_together(group);
  } catch (const GroupLost& lost) {
    return group.size() > 1 ? write_apart(group) : Outcomes{lost.cause};
  } catch (const StoreError& error) {
    if (error.kind == Failure::gone) disk_failure_ = std::current_exception();
    if (error.kind == Failure::full && group.size() > 1) return write_apart(group);
    return Outcomes(group.size(), std::current_exception());
  }
}

Outcomes GroupWriter::write_together(const std::vector<Save>& group) {
  Transaction transaction(*connection_);
  Outcomes outcomes;
  for (const Save& save : group) outcomes.push_back(attempt(save));
  transaction.commit();
  return outcomes;
}

Outcomes GroupWriter::write_apart(const std::vector<Save>& group) {
  Outcomes outcomes;
  for (const Save& save : group) outcomes.push_back(write({save}).front());
  return outcomes;
}

std::exception_ptr GroupWriter::attempt(const Save& save) {
  std::exception_ptr failure;
  try {
    Savepoint savepoint(*connection_, "one_save");
    save.work(*connection_);
    savepoint.keep();
  } catch (const StoreError& error) {
    if (error.kind == Failure::gone) throw;
    failure = std::current_exception();
  } catch (...) {
    failure = std::current_exception();
  }
  if (!connection_->in_transaction()) throw GroupLost{failure};
  return failure;
}

}  // namespace

std::unique_ptr<Writer> group_writer(std::unique_ptr<Connection> connection, WriterLimits limits) {
  return std::make_unique<GroupWriter>(std::move(connection), limits);
}

}  // namespace smm::store
