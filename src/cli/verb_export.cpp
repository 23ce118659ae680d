#include <assets.hpp>

#include "arguments.hpp"
#include "export_job.hpp"
#include "session.hpp"
#include "verbs.hpp"

namespace galpi::cli {

ExitStatus run_export(const std::vector<std::string>& words) {
  Result<ExportArguments> arguments = parse_export(words);
  if (!arguments) return refuse(arguments.error(), "export");
  if (arguments->common.help)
    return print(std::string(help::export_txt) + std::string(help::input_txt) +
                 std::string(help::common_txt));
  Result<Session> session = Session::open(arguments->common);
  if (!session) return Console(arguments->common.console).fail(session.error());
  arguments->common = session->arguments();
  // The edition is given back to the system by the end of the process, in one go: taking it apart,
  // block by block, was a twentieth of the time of a large book. Leak checkers see it held here.
  static auto& job = *new ExportJob(*session, *arguments);
  const Result<std::string> done = job.run();
  if (!done) return session->console().fail(done.error());
  session->console().say(*done);
  return ExitStatus::done;
}

}  // namespace galpi::cli
