-- Run by Neovim: opens a draft with the server attached, asks what an editor asks, and writes the answers as JSON.
-- Arguments come in the environment: TIAOLI (command), DRAFT (file), OUT (file for the answers).
local answers = {}
local node, command = vim.env.NODE, vim.env.TIAOLI
vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.DRAFT))
local buffer = vim.api.nvim_get_current_buf()
local client = vim.lsp.start_client({ name = 'tiaoli', cmd = { node, command, 'lsp' }, root_dir = vim.fn.fnamemodify(vim.env.DRAFT, ':h') })
vim.lsp.buf_attach_client(buffer, client)

local function ask(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(buffer) }
  local result = vim.lsp.buf_request_sync(buffer, method, params, 60000)
  return result and result[client]
end

-- Line and byte column of the words, as LSP position (UTF-16 of Chinese in the BMP: one unit a character).
local function find(pattern, ahead)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = string.find(line, pattern, 1, true)
    if at then
      return { line = number - 1, character = vim.fn.strchars(string.sub(line, 1, at - 1)) + (ahead or 0) }
    end
  end
  error('not in the draft: ' .. pattern)
end

-- The rules, and the references: they may come one after the other.
vim.wait(60000, function()
  local seen = {}
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    seen[found.code] = true
  end
  return seen['qita'] and seen['ref-placeholder'] and seen['stale-external-ref'] and seen['dangling-ref']
end, 50)
answers.diagnostics = {}
for _, found in ipairs(vim.diagnostic.get(buffer)) do
  table.insert(answers.diagnostics, { code = found.code, line = found.lnum + 1, severity = found.severity })
end
answers.hover = ask('textDocument/hover', { position = find('本条例第十条的规定履行职责', 4) }).result.contents.value
answers.definition = ask('textDocument/definition', { position = find('本条例第十条的规定履行职责', 4) }).result
answers.register = ask('textDocument/definition', { position = find('党章第十六条第一款', 4) }).result
answers.symbols = #ask('textDocument/documentSymbol', {}).result

local edit = ask('textDocument/rename', { position = find('责任清单的要目', 1), newName = '职责清单' })
vim.lsp.util.apply_workspace_edit(edit.result, 'utf-16')
local text = table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), '\n')
answers.renamed = { select(2, string.gsub(text, '职责清单', '')), select(2, string.gsub(text, '（以下简称责任清单）', '')) }

-- An edit by hand: the finding goes where its cause is gone.
local at = find('其它组织工作', 0)
vim.api.nvim_buf_set_lines(buffer, at.line, at.line + 1, false, { '（七）党中央和上级党组织交办的其他组织工作。' })
answers.fixed = vim.wait(60000, function()
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.code == 'qita' then return false end
  end
  return #vim.diagnostic.get(buffer) > 0
end, 50)

local out = io.open(vim.env.OUT, 'w')
out:write(vim.json.encode(answers))
out:close()
vim.cmd('qall!')
