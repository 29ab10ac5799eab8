;; Run by Emacs: takes the configuration that the guide gives, opens a draft, asks what an editor asks, and writes the
;; answers as JSON. Arguments come in the environment: CONFIG (file), DRAFT (file), OUT (file for the answers).
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)
(require 'xref)
(setq eglot-connect-timeout 60 eglot-sync-connect 60 eglot-autoshutdown t)
(load (getenv "CONFIG") nil t)

(defvar answers nil)
(defun answer (name value) (push (cons name value) answers))
(defun wait-for (done)
  "Waits until DONE is true, a minute at most."
  (let ((until (time-add nil 60)))
    (while (and (not (funcall done)) (time-less-p nil until)) (accept-process-output nil 0.05))
    (funcall done)))
(defun codes ()
  (mapcar (lambda (found)
            (format "%d %s" (line-number-at-pos (flymake-diagnostic-beg found)) (flymake-diagnostic-text found)))
          (flymake-diagnostics)))
(defun at-words (words ahead)
  (goto-char (point-min))
  (search-forward words)
  (goto-char (+ (match-beginning 0) ahead)))

(find-file (getenv "DRAFT"))
(answer 'mode (symbol-name major-mode))
(answer 'hooked (and (memq 'eglot-ensure markdown-mode-hook) t))
;; In a batch no command ends, which is when `eglot-ensure' would start the server.
(run-hooks 'post-command-hook)
(unless (wait-for #'eglot-current-server) (error "The server was not started"))
(wait-for (lambda () (bound-and-true-p eglot--managed-mode)))
(flymake-start)
(wait-for (lambda () (seq-some (lambda (text) (string-match-p "第六十二条" text)) (codes))))
(answer 'diagnostics (vconcat (codes)))

(at-words "本条例第十条的规定履行职责" 4)
(answer 'definition
        (vconcat (mapcar (lambda (item) (line-number-at-pos (marker-position (xref-location-marker (xref-item-location item)))))
                         (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))))
(answer 'references
        (length (xref-backend-references 'eglot (xref-backend-identifier-at-point 'eglot))))
(at-words "责任清单的要目" 1)
(let ((before (how-many "责任清单" (point-min) (point-max))))
  (eglot-rename "职责清单")
  (answer 'renamed (vector before (how-many "职责清单" (point-min) (point-max)))))

(with-temp-file (getenv "OUT") (insert (json-encode answers)))
(set-buffer-modified-p nil)
(kill-emacs 0)
