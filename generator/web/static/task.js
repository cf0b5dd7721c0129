// Progress of long work, asked for twice a second until it ends.
const main = document.getElementById("main");
const progress = document.getElementById("progress");
async function look() {
  try {
    const answer = await fetch(`/task/${main.dataset.task}/state`, { headers: { Accept: "application/json" } });
    const task = await answer.json();
    document.getElementById("count").textContent = task.results.length ? `已有 ${task.results.length} 份` : "";
    if (task.total) {
      progress.max = task.total;
      progress.value = task.done;
      document.getElementById("said").textContent = `正在做：${task.done}/${task.total}`;
    }
    if (task.state !== "running") return location.reload();
  } catch {
    document.getElementById("said").textContent = "没有连上程序，正在重试…";
  }
  setTimeout(look, 500);
}
if (main.dataset.state === "running") look();
