// SPDX-License-Identifier: Apache-2.0
#include "app/installation/run_jobs.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/environment_error.hpp"

namespace smm::app {
namespace {

Row job_row(const Job& job) {
  return {"job", job.id.text()};
}

AuditEntry told_of_job(const Job& job, std::string action) {
  return {job.owner, "system", std::move(action), job.kind, ""};
}

Job ended(const Seals& seals, Job job, JobState state, const std::string& told, base::Instant now) {
  job.state = state;
  job.ended = now;
  job.sealed = told.empty() ? std::string() : seals.seal(job_row(job), told);
  return job;
}

// Nothing when the owner forgot the job meanwhile.
base::Result<Change<bool>> end_job(Installation& installation, Records& records, const Job& job,
                                   JobState state, const std::string& told, base::Instant now) {
  const auto kept = records.jobs.by_id(job.id);
  if (!kept || !kept->unfinished()) return Change<bool>::nothing(false);
  const auto seals = installation.keys.seals_or_new(records.schools, job.owner);
  if (!seals) return seals.problems();
  records.jobs.change(ended(*seals, *kept, state, told, now));
  return Change<bool>(true, told_of_job(job, state == JobState::done ? "job.done" : "job.failed"));
}

void keep_end(Installation& installation, const Job& job, JobState state, const std::string& told) {
  const auto kept =
      change<bool>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
        return end_job(installation, records, job, state, told, now);
      });
  if (!kept) throw base::EnvironmentError(kept.problems().front().sentence);
}

std::optional<Job> begun_job(Installation& installation) {
  using Taken = std::optional<Job>;
  auto taken = change<Taken>(installation.database, installation.clock,
                             [](Records& records, base::Instant now) -> base::Result<Change<Taken>> {
                               return Change<Taken>::bookkeeping(records.jobs.take(now));
                             });
  return taken ? *taken : std::nullopt;
}

// Says again and again, on a thread of its own, that somebody is at work on the job. A database that is away
// for a moment is no reason to stop the work.
class AtWork {
 public:
  AtWork(Installation& installation, const JobId& job)
      : installation_(installation), job_(job), thread_([this] { run(); }) {}
  AtWork(const AtWork&) = delete;
  AtWork& operator=(const AtWork&) = delete;
  ~AtWork() {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    ending_.notify_all();
    thread_.join();
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (!ending_.wait_for(lock, said_every, [this] { return ended_; })) {
      lock.unlock();
      say();
      lock.lock();
    }
  }

  void say() {
    change_later<bool>(
        installation_.database, installation_.clock,
        [job = job_](Records& records, base::Instant now) {
          records.jobs.at_work(job, now);
          return base::Result<Change<bool>>(Change<bool>::bookkeeping(true));
        },
        [](const ChangeEnd<bool>&) {});
  }

  static constexpr std::chrono::seconds said_every{30};

  Installation& installation_;
  const JobId job_;
  std::mutex mutex_;
  std::condition_variable ending_;
  bool ended_ = false;
  std::thread thread_;
};

bool any_waits(Installation& installation) {
  bool waits = false;
  installation.database.read(
      [&](Records& records) { waits = !records.jobs.in_state(JobState::waiting).empty(); });
  return waits;
}

std::string sentences_of(const base::Problems& problems) {
  std::string text;
  for (const base::Problem& problem : problems) text += (text.empty() ? "" : " ") + problem.sentence + ".";
  return text;
}

std::int64_t given_up(Installation& installation, const std::vector<Job>& jobs) {
  for (const Job& job : jobs) keep_end(installation, job, JobState::failed, "");
  return static_cast<std::int64_t>(jobs.size());
}

}  // namespace

std::string_view to_string(JobState state) {
  switch (state) {
    case JobState::waiting:
      return "waiting";
    case JobState::running:
      return "running";
    case JobState::done:
      return "done";
    case JobState::failed:
      break;
  }
  return "failed";
}

std::optional<JobState> job_state(std::string_view name) {
  for (const JobState state : {JobState::waiting, JobState::running, JobState::done, JobState::failed})
    if (to_string(state) == name) return state;
  return std::nullopt;
}

Job ask_for_job(const Installation& installation, Records& records, const std::string& owner,
                const std::string& kind, const assessment::PersonId& by, base::Instant now) {
  if (auto latest = records.jobs.latest(owner, kind); latest && latest->unfinished()) return *latest;
  Job job{.id = JobId::make(installation.random),
          .kind = kind,
          .owner = owner,
          .by = by,
          .state = JobState::waiting,
          .asked = now,
          .begun = std::nullopt,
          .ended = std::nullopt,
          .sealed = ""};
  records.jobs.add(job);
  // Somebody else may have asked at the same moment: then theirs is the one that waits.
  const auto stands = records.jobs.latest(owner, kind);
  return stands ? *stands : job;
}

std::string told_by_job(const Seals& seals, const Job& job) {
  return job.sealed.empty() ? "" : seals.open(job_row(job), job.sealed);
}

bool run_next_job(Installation& installation, const JobKinds& kinds) {
  if (!any_waits(installation)) return false;
  const auto job = begun_job(installation);
  if (!job) return false;
  const auto kind = kinds.find(job->kind);
  if (kind == kinds.end()) {
    keep_end(installation, *job, JobState::failed, "This program cannot do that.");
    return true;
  }
  try {
    const AtWork at_work(installation, job->id);
    const auto made = kind->second(*job);
    keep_end(installation, *job, made ? JobState::done : JobState::failed,
             made ? *made : sentences_of(made.problems()));
  } catch (const std::exception&) {
    keep_end(installation, *job, JobState::failed, "");
    throw;
  }
  return true;
}

std::int64_t give_up_unfinished_jobs(Installation& installation) {
  std::vector<Job> running;
  installation.database.read([&](Records& records) { running = records.jobs.in_state(JobState::running); });
  return given_up(installation, running);
}

std::int64_t give_up_left_jobs(Installation& installation) {
  std::vector<Job> left;
  installation.database.read(
      [&](Records& records) { left = records.jobs.left_since(installation.clock.now() + -job_lease); });
  return given_up(installation, left);
}

}  // namespace smm::app
